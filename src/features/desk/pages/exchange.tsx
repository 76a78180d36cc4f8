import type { FC } from 'hono/jsx'
import { list, type Locale } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, PostButton } from '../../../ui/form.tsx'
import { isolate, Isolated } from '../../../ui/isolate.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import { namesOf } from '../../connections/parts.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { ExchangeChoice } from '../../matching/exchanging.ts'
import type { NextBest } from '../../matching/rematching.ts'
import { exchangeWords } from '../exchange-words.ts'

/** Somebody who has nobody, and every way to change that. */
export interface Helped {
  personId: string
  name: string
  free: NextBest[]
  exchanges: ExchangeChoice[]
}

interface ExchangeProps {
  c: VisitContext
  helped: Helped[]
  error?: FormState | undefined
}

/** The next best for whoever a proposal left with nobody, each with what it costs the others, one button each. */
export const ExchangePage: FC<ExchangeProps> = ({ c, helped, error }) => {
  const { locale, initiative } = c.var
  const t = exchangeWords(locale)
  return (
    <InitiativePage
      c={c}
      tab="today"
      title={helped.length === 0 ? t.titleNobody : t.title({ names: namesOf(locale, helped) })}
      lead={helped.length > 0 && t.lead}
      actions={<Button href={`/initiatives/${initiative.id}`}>{t.back}</Button>}
      error={error}
    >
      <Sections>
        {helped.map((one, place) => (
          <>
            <Section id={`free-${place + 1}`} title={<Isolated text={t.freeOf({ name: isolate(one.name) })} />}>
              <Free locale={locale} path={c.req.path} one={one} />
            </Section>
            <Section id={`exchange-${place + 1}`} title={<Isolated text={t.exchangeOf({ name: isolate(one.name) })} />}>
              <Exchanges locale={locale} path={c.req.path} one={one} />
            </Section>
          </>
        ))}
        {helped.length > 0 && <p class="small muted prose">{t.costNote}</p>}
      </Sections>
    </InitiativePage>
  )
}

interface WaysProps {
  locale: Locale
  path: string
  one: Helped
}

const Free: FC<WaysProps> = ({ locale, path, one }) => {
  const t = exchangeWords(locale)
  return (
    <Table
      caption={t.freeOf({ name: one.name })}
      rows={one.free}
      empty={<p>{t.freeNone}</p>}
      columns={[
        {
          head: t.who,
          cell: ({ name, fit, reasons }) => (
            <>
              <Isolated text={t.fit({ names: isolate(name), fit })} />
              <span class="small muted block">{reasons.slice(0, 2).join(' ')}</span>
            </>
          ),
        },
        { head: t.changes, cell: () => t.nothingElse },
        { head: t.cost, cell: () => t.costsNothing },
        {
          head: t.propose,
          quiet: true,
          cell: ({ personId, name }) => (
            <PostButton
              action={path}
              hidden={{ person: one.personId, with: personId }}
              small
              label={t.proposeOf({ name, with: one.name })}
            >
              {t.propose}
            </PostButton>
          ),
        },
      ]}
    />
  )
}

const Exchanges: FC<WaysProps> = ({ locale, path, one }) => {
  const t = exchangeWords(locale)
  const named = (names: readonly string[]) => list(locale, names.map(isolate))
  return (
    <Table
      caption={t.exchangeOf({ name: one.name })}
      rows={one.exchanges}
      empty={<p>{t.exchangeNone}</p>}
      columns={[
        {
          head: t.who,
          cell: ({ partner }) => <Isolated text={t.fit({ names: isolate(partner.name), fit: partner.fit })} />,
        },
        {
          head: t.changes,
          cell: ({ broken, others }) => (
            <>
              {broken.map(({ names, fit }) => (
                <span class="block">
                  <Isolated text={t.goes({ names: named(names), fit })} />
                </span>
              ))}
              {others.map(({ names, fit }) => (
                <span class="block">
                  <Isolated text={t.comes({ names: named(names), fit })} />
                </span>
              ))}
            </>
          ),
        },
        {
          head: t.cost,
          cell: ({ cost }) =>
            cost === 0 ? t.costsNothing : cost > 0 ? t.costs({ points: cost }) : t.gains({ points: -cost }),
        },
        {
          head: t.exchange,
          quiet: true,
          cell: ({ partner, key }) => (
            <PostButton
              action={path}
              hidden={{ person: one.personId, with: partner.personId, key }}
              small
              label={t.exchangeWith({ name: partner.name, with: one.name })}
            >
              {t.exchange}
            </PostButton>
          ),
        },
      ]}
    />
  )
}
