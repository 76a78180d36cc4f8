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
import type { LeftOutReason } from '../left-out.ts'
import type { ListedNeed } from '../participants-store.ts'
import { roundWords } from '../round-words.ts'
import { ruleWords } from '../rule-words.ts'
import { words } from '../words.ts'
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
}

/** Who is left out, why, and who would be nearest. */
export const LeftOutTable: FC<Beside> = ({ here, round, naming, view }) => {
  const t = ruleWords(naming.locale)
  return (
    <Section id="left-out" title={t.leftOut} count={round.left_out.length}>
      <Table
        caption={t.leftOut}
        rows={round.left_out}
        empty={<p>{t.leftOutNone}</p>}
        columns={[
          {
            head: t.peer,
            cell: (row) => (
              <>
                <bdi>{fullName(naming, row.person_id)}</bdi>
                <span class="small muted block">{aboutPerson(naming, row.person_id)}</span>
              </>
            ),
          },
          { head: t.why, cell: (row) => t[`left ${row.reason as LeftOutReason}`] },
          {
            head: t.nearest,
            cell: (row) => row.nearest_person_id && <bdi>{fullName(naming, row.nearest_person_id)}</bdi>,
          },
          { head: words(naming.locale).fit, numeric: true, cell: (row) => row.nearest_fit },
          {
            head: t.find,
            quiet: true,
            cell: (row) =>
              round.kind === 'pairs' && (
                <Button
                  small
                  href={`${here}/swap?people=${row.person_id}&order=${view.order}`}
                  label={t.findOf({ name: fullName(naming, row.person_id) })}
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
export const RulesInForce: FC<Beside> = ({ here, round, naming, bench, view }) => {
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
          hidden={{ people: people.join(','), kind, order: view.order }}
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
