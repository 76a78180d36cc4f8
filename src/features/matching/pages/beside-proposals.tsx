import type { FC } from 'hono/jsx'
import { formatDate } from '../../../platform/clock.ts'
import { list } from '../../../platform/i18n/catalogue.ts'
import { Button, PostButton } from '../../../ui/form.tsx'
import { isolate, Isolated } from '../../../ui/isolate.tsx'
import { type Line, Lines } from '../../../ui/lists.tsx'
import { Section } from '../../../ui/sections.tsx'
import { Status } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import type { AccessedRound } from '../access.ts'
import type { Contact } from '../fit/hard.ts'
import type { ListedNeed } from '../participants-store.ts'
import { roundWords } from '../round-words.ts'
import { ruleWords } from '../rule-words.ts'
import type { PeersNotIn, View, Workbench } from '../workbench.ts'
import type { RosterPeer } from '../workbench-store.ts'
import { aboutPerson, fullName, type Naming } from './naming.ts'
import { needInWords, needValue } from './need-words.ts'

interface Beside {
  here: string
  round: AccessedRound
  naming: Naming
  bench: Workbench
  view: View
  sent: Record<string, string | number>
}

/** Who is left out, why, and who would be nearest. */
export const LeftOutTable: FC<Beside> = ({ here, round, naming, bench, view }) => {
  const t = ruleWords(naming.locale)
  return (
    <Section id="left-out" title={t.leftOut} count={bench.leftOut.length}>
      <Table
        caption={t.leftOut}
        rows={bench.leftOut}
        empty={<p>{t.leftOutNone}</p>}
        columns={[
          {
            head: t.peer,
            cell: ({ personId }) => (
              <>
                <bdi>{fullName(naming, personId)}</bdi>
                <span class="small muted block">{aboutPerson(naming, personId)}</span>
              </>
            ),
          },
          { head: t.why, cell: ({ reason }) => t[`left ${reason}`] },
          {
            head: t.nearest,
            cell: ({ personId, nearest }) => (
              <ul>
                {nearest.map((one) => (
                  <li>
                    <a
                      class="more"
                      href={`${here}?one=${personId}&other=${one.personId}&order=${view.order}&page=${view.page}#why-not`}
                      aria-label={t.whyNot({ one: fullName(naming, one.personId), other: fullName(naming, personId) })}
                    >
                      <bdi>{fullName(naming, one.personId)}</bdi>
                    </a>{' '}
                    <span class="num">{one.fit}</span>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            head: t.find,
            quiet: true,
            cell: ({ personId }) =>
              round.kind === 'pairs' && (
                <Button
                  small
                  href={`${here}/swap?people=${personId}&order=${view.order}`}
                  label={t.findOf({ name: fullName(naming, personId) })}
                >
                  {t.find}
                </Button>
              ),
          },
        ]}
      />
    </Section>
  )
}

/** What holds in this round: pins and bans, each with a way back, and the standing rules. */
export const RulesInForce: FC<Beside> = ({ here, round, naming, bench, sent }) => {
  const t = ruleWords(naming.locale)
  const ruled = (kind: 'pin' | 'forbid', people: [string, string], holds: boolean): Line => {
    const [one = '', other = ''] = [...naming.roster.values()].flatMap(({ person_id, name }) =>
      people.includes(person_id) ? [name] : [],
    )
    const two = { one, other }
    const marked = { one: isolate(one), other: isolate(other) }
    return {
      title: (
        <Status dot={holds ? 'full' : 'ring'} tone={kind === 'pin' ? 'go' : 'stop'}>
          <Isolated text={kind === 'pin' ? t.rulePinned(marked) : t.ruleForbidden(marked)} />
        </Status>
      ),
      children: holds ? undefined : <p class="small muted">{t.pinRests}</p>,
      act: (
        <PostButton
          action={`${here}/rules/removal`}
          hidden={{ people: people.join(','), kind, ...sent }}
          small
          label={t.takeBackOf(two)}
        >
          {t.takeBack}
        </PostButton>
      ),
    }
  }
  const standing = [
    t['rule language'],
    round.allow_same_organisation ? t['rule organisation lifted'] : t['rule organisation'],
    round.allow_reporting_line ? t['rule line lifted'] : t['rule line'],
    t[`rule ${round.contact as Contact}`],
    t['rule rather not'],
    round.allow_connected ? t['rule connected lifted'] : t['rule connected'],
  ]
  return (
    <Section id="rules" title={t.rules}>
      <Lines
        items={[
          ...bench.pins.map(({ people, holds }) => ruled('pin', people, holds)),
          ...bench.forbidden.map((people) => ruled('forbid', people, true)),
          ...bench.needs.map((need) => demanded(here, naming, need)),
          ...standing.map((rule): Line => ({
            title: (
              <Status dot="half" tone="info">
                {rule}
              </Status>
            ),
          })),
        ]}
      />
    </Section>
  )
}

/** Who must be with whom, with a way back. */
export function demanded(here: string, naming: Naming, need: ListedNeed): Line {
  const r = roundWords(naming.locale)
  const name = fullName(naming, need.personId)
  return {
    title: (
      <Status dot="full" tone="info">
        <Isolated text={r.needOf({ name: isolate(name), what: needInWords(naming, need) })} />
      </Status>
    ),
    act: (
      <PostButton
        action={`${here}/needs/removal`}
        hidden={{ person: need.personId, need: needValue(need) }}
        small
        label={r.takeBackNeed({ name })}
      >
        {ruleWords(naming.locale).takeBack}
      </PostButton>
    ),
  }
}

export interface NotInProps {
  title: string
  naming: Naming
  notIn: PeersNotIn
}

/** Who is on the roster and does not take part, by the reason. */
export const NotInThisRound: FC<NotInProps> = ({ title, naming, notIn }) => {
  const { locale } = naming
  const t = ruleWords(locale)
  const nameOf = ({ name, pausedUntilOn: until, state }: RosterPeer) =>
    state === 'paused' && until ? t.pausedUntil({ name: isolate(name), day: formatDate(locale, until) }) : isolate(name)
  return (
    <Section id="not-in" title={title} count={notIn.reduce((sum, { peers }) => sum + peers.length, 0)}>
      {notIn.length === 0 && <p>{t.notInNone}</p>}
      <Lines
        items={notIn.map(({ reason, peers }) => ({
          title: `${t[`notIn ${reason}`]}: ${peers.length}`,
          children: (
            <p class="small muted">
              <Isolated text={list(locale, peers.map(nameOf))} />
            </p>
          ),
        }))}
      />
    </Section>
  )
}
