import type { FC } from 'hono/jsx'
import { languageName } from '../../../platform/i18n/names.ts'
import { list, locales } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Form } from '../../../ui/form.tsx'
import { isolate, Isolated } from '../../../ui/isolate.tsx'
import { SummaryList } from '../../../ui/lists.tsx'
import { Note, Section, Sections } from '../../../ui/sections.tsx'
import { InitiativePage } from '../../initiatives/parts.tsx'
import type { AccessedRound } from '../access.ts'
import { askingWords } from '../asking-words.ts'
import type { Letter } from '../letters.ts'
import type { Outgoing, readOutgoing } from '../publishing.ts'
import { publishingWords } from '../publishing-words.ts'

export interface PublicationProps {
  c: VisitContext
  round: AccessedRound
  sending: Awaited<ReturnType<typeof readOutgoing>>
  error?: FormState | undefined
}

const lettersShown = 60

/** What publishing sends, to how many, in which words. One button sends it. */
export const PublicationPage: FC<PublicationProps> = ({ c, round, sending, error }) => {
  const { locale, initiative } = c.var
  const t = publishingWords(locale)
  const here = `/initiatives/${initiative.id}/matching/${round.id}`
  const { outgoing, names, broken } = sending
  const waiting = (round.asking?.asked ?? 0) - (round.asking?.answered ?? 0)
  const letters = outgoing.flatMap((one) => one.letters)
  const count = outgoing.reduce((sum, { personIds }) => sum + personIds.length, 0)
  const languages = locales
    .map((language) => ({ language, count: letters.filter((letter) => letter.locale === language).length }))
    .filter((one) => one.count > 0)
    .map((one) => t.publishMailsIn({ count: one.count, language: languageName(locale, one.language) }))
  return (
    <InitiativePage
      c={c}
      tab="matching"
      title={outgoing.length === 0 ? t.nothingToPublish : t.publishTitle({ count })}
      over={<a href={here}>{round.title}</a>}
      lead={outgoing.length > 0 && t.publishLead}
      error={error}
    >
      <Sections>
        {waiting > 0 && (
          <Note tone="wait">
            <a href={`${here}/suggestions`}>{askingWords(locale).notYet({ count: waiting })}</a>
          </Note>
        )}
        {broken.length > 0 && <Note tone="stop">{t.changedMeanwhile({ names: list(locale, broken) })}</Note>}
        <div class="stack">
          <SummaryList
            rows={[
              { label: t.publishMails, value: languages.length > 0 ? list(locale, languages) : count },
              { label: t.publishGroups, value: outgoing.length },
              {
                label: t.publishLeft,
                value: round.left_out.length,
                aside: round.left_out.length > 0 && t.publishLeftHint,
              },
            ]}
          />
          <Form action={`${here}/publication`} hidden={{ revision: round.revision }} class="row">
            {outgoing.length > 0 && broken.length === 0 && <Button main>{t.publishSend({ count })}</Button>}
            <Button href={here}>{t.backToRound}</Button>
          </Form>
        </div>
        {outgoing.length > 0 && (
          <Section id="letters" title={t.whatIsSent} count={outgoing.length}>
            {outgoing.slice(0, lettersShown).map((one) => (
              <GroupLetters locale={locale} outgoing={one} nameOf={(personId) => names.get(personId) ?? ''} />
            ))}
            {outgoing.length > lettersShown && <p>{t.andMore({ count: outgoing.length - lettersShown })}</p>}
          </Section>
        )}
      </Sections>
    </InitiativePage>
  )
}

interface GroupProps {
  locale: 'en' | 'fr'
  outgoing: Outgoing
  nameOf: (personId: string) => string
}

const GroupLetters: FC<GroupProps> = ({ locale, outgoing, nameOf }) => (
  <details>
    <summary class="sumy">
      <Isolated
        text={list(
          locale,
          outgoing.personIds.map((personId) => isolate(nameOf(personId))),
        )}
      />
    </summary>
    <div class="stack stack-2">
      {outgoing.letters.map((letter) => (
        <OneLetter locale={locale} letter={letter} nameOf={nameOf} />
      ))}
    </div>
  </details>
)

const OneLetter: FC<{ locale: 'en' | 'fr'; letter: Letter; nameOf: (personId: string) => string }> = ({
  locale,
  letter,
  nameOf,
}) => {
  const t = publishingWords(locale)
  const own = publishingWords(letter.locale)
  return (
    <div>
      <h3>
        <Isolated text={t.reads({ name: isolate(nameOf(letter.personId)) })} />
      </h3>
      <p lang={letter.locale} dir="auto">
        {letter.why}
      </p>
      {letter.gives && (
        <p class="small" lang={letter.locale}>
          {own.gives({ topics: letter.gives })}
        </p>
      )}
      {letter.wants && (
        <p class="small" lang={letter.locale}>
          {own.wants({ wants: letter.wants })}
        </p>
      )}
    </div>
  )
}
