import type { Child } from 'hono/jsx'
import { dayIn, formatDate } from '../../../platform/clock.ts'
import { list } from '../../../platform/i18n/catalogue.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Isolated, withoutIsolates } from '../../../ui/isolate.tsx'
import { SummaryList } from '../../../ui/lists.tsx'
import { Columns, PageHead, Prose, Section, Sections } from '../../../ui/sections.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { editPersonPath, PersonFacts, PersonLine } from '../../people/parts.tsx'
import { UsualWeek } from '../../availability/parts.tsx'
import { channelName, InitiativePage } from '../parts.tsx'
import { lastAskedAt } from '../participation.ts'
import type { PersonSheet } from '../person-store.ts'
import { words } from '../words.ts'
import { StateMark } from './directory-page.tsx'
import { PersonActs } from './person-acts.tsx'

export interface PersonPageProps {
  c: VisitContext
  sheet: PersonSheet
  /** What later features have to say of this person. */
  sections: Child[]
  form?: FormState | undefined
}

/** One peer: the person, their part in the initiative, and what staff can do about it. */
export function PersonPage({ c, sheet, sections, form }: PersonPageProps) {
  const { locale, initiative } = c.var
  const { peer } = sheet
  const t = words(locale)
  const title = t[`head ${peer.state}`]({ name: peer.name })
  return (
    <InitiativePage c={c} tab="people" title={withoutIsolates(title)} bare error={form} errorForm="pause" sentences={t}>
      <PageHead
        over={<a href={`/initiatives/${initiative.id}/people`}>{initiative.title}</a>}
        title={<Isolated text={title} />}
        lead={peer.organisationName || undefined}
      />
      <Columns>
        <Sections>
          {sections}
          <Section id="part" title={t.personPart}>
            <PartFacts c={c} sheet={sheet} />
          </Section>
          <Section
            id="facts"
            title={t.personFacts}
            more={{ href: editPersonPath(peer.personId, initiative.id), label: t.personEdit }}
          >
            <PersonFacts c={c} personId={peer.personId} />
          </Section>
        </Sections>
        <PersonActs c={c} sheet={sheet} form={form} />
      </Columns>
    </InitiativePage>
  )
}

function PartFacts({ c, sheet }: { c: VisitContext; sheet: PersonSheet }) {
  const { locale } = c.var
  const { peer } = sheet
  const t = words(locale)
  const { zone } = staffOf(c)
  const name = (id: string) => sheet.topics.find((topic) => topic.id === id)?.name ?? ''
  const topics = (ids: string[]) => (ids.length > 0 ? <bdi>{list(locale, ids.map(name))}</bdi> : t.notSaid)
  const day = (at: Temporal.Instant | null) => (at ? formatDate(locale, dayIn(zone, at)) : t.never)
  const asked = lastAskedAt({ invited_at: sheet.invitedAt, reminded_at: sheet.remindedAt })
  return (
    <SummaryList
      rows={[
        { label: t.columnState, value: <StateMark c={c} state={peer.state} pausedUntilOn={peer.pausedUntilOn} /> },
        { label: t.problem, value: problemOf(c, sheet) },
        { label: t.columnOffers, value: topics(peer.offers) },
        { label: t.columnWants, value: topics(peer.wants) },
        { label: t.gives, value: peer.hoursPerMonth === null ? t.notSaid : t.hours({ hours: peer.hoursPerMonth }) },
        {
          label: t.expects,
          value: peer.expectedMonths === null ? t.notSaid : t.months({ months: peer.expectedMonths }),
        },
        { label: t.free, value: <UsualWeek c={c} peer={peer} /> },
        {
          label: t.channels,
          value:
            peer.channels.length > 0
              ? list(
                  locale,
                  peer.channels.map((channel) => channelName(locale, channel)),
                )
              : t.notSaid,
        },
        { label: t.wishes, value: wishesOf(c, sheet) },
        {
          label: t.consent,
          value: sheet.reportConsentAt ? t.consentGiven({ date: day(sheet.reportConsentAt) }) : t.consentMissing,
        },
        { label: t.invitedOn, value: day(asked) },
        { label: t.answeredOn, value: day(sheet.answeredAt) },
      ]}
    />
  )
}

function problemOf(c: VisitContext, { peer, topics }: PersonSheet) {
  const t = words(c.var.locale)
  const topic = topics.find(({ id }) => id === peer.problemTopicId)?.name
  const text = topic ? t.problemTopic({ problem: peer.problem, topic }) : peer.problem
  return text ? <Prose text={text} /> : t.notSaid
}

function wishesOf(c: VisitContext, { wishes }: PersonSheet) {
  const t = words(c.var.locale)
  if (wishes.length === 0) return t.notSaid
  return (
    <>
      {wishes.map((person) => (
        <span class="block">
          <PersonLine initiativeId={c.var.initiative.id} person={person} />
        </span>
      ))}
      <span class="block small muted">{t.wishesWho}</span>
    </>
  )
}
