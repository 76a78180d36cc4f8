import type { FC } from 'hono/jsx'
import { dayIn, formatDate, formatShortDay, formatTime, zoneLabel } from '../../../platform/clock.ts'
import { list, number } from '../../../platform/i18n/catalogue.ts'
import { staffOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Bars } from '../../../ui/bars.tsx'
import { Progress } from '../../../ui/figures.tsx'
import { DateLeaf, Lines } from '../../../ui/lists.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import type { Figures } from '../beside-store.ts'
import type { Today } from '../today.ts'
import { words } from '../words.ts'

/** What stands beside the rows: the coming week, and how the whole goes. */
export const Beside: FC<{ c: VisitContext; today: Today }> = ({ c, today }) => {
  const { locale } = c.var
  const t = words(locale)
  const { figures } = today
  const { checkins, counts, mailsWaiting } = figures
  return (
    <Sections>
      {figures.hasBegun && <Week c={c} sessions={figures.sessions} />}
      {checkins.people > 0 && (
        <Section id="checkins" title={t.checkinHead}>
          <p>{t.checkins(checkins)}</p>
        </Section>
      )}
      {figures.startedAt && <Contacts c={c} startedAt={figures.startedAt} weeks={figures.weeks} />}
      {counts.peers > 0 && (
        <Section id="answers" title={t.answersHead}>
          <Progress value={counts.answered} max={counts.peers} label={t.answersHead}>
            {t.answers({ answered: number(locale, counts.answered), peers: number(locale, counts.peers) })}
          </Progress>
        </Section>
      )}
      {mailsWaiting > 0 && (
        <Section id="mail" title={t.mailHead}>
          <p>{t.mailsWaiting({ count: mailsWaiting })}</p>
        </Section>
      )}
    </Sections>
  )
}

const Week: FC<{ c: VisitContext; sessions: Figures['sessions'] }> = ({ c, sessions }) => {
  const { locale, initiative, world } = c.var
  const { zone } = staffOf(c)
  const t = words(locale)
  const home = `/initiatives/${initiative.id}`
  const today = dayIn(zone, world.clock.now())
  return (
    <Section id="week" title={t.weekHead} more={{ href: `${home}/connections`, label: t.allConnections }}>
      {sessions.length === 0 ? (
        <p class="muted">{t.weekNone}</p>
      ) : (
        <>
          <Lines
            items={sessions.map(({ id, startsAt, names }) => {
              const [weekday = '', day = ''] = formatShortDay(locale, zone, startsAt).split(' ')
              return {
                mark: <DateLeaf over={weekday} day={day} />,
                title: (
                  <a href={`${home}/sessions/${id}`}>
                    <bdi>{list(locale, names)}</bdi>
                  </a>
                ),
                children: <p class="small muted num">{formatTime(locale, zone, startsAt)}</p>,
                today: dayIn(zone, startsAt).equals(today),
              }
            })}
          />
          <p class="small muted">{t.timesIn({ zone: zoneLabel(locale, zone) })}</p>
        </>
      )}
    </Section>
  )
}

const Contacts: FC<{ c: VisitContext; startedAt: NonNullable<Figures['startedAt']>; weeks: number[] }> = (props) => {
  const { c, startedAt, weeks } = props
  const { locale, world } = c.var
  const { zone } = staffOf(c)
  const t = words(locale)
  const from = world.clock.now().subtract({ hours: 24 * 7 * weeks.length })
  const since = Temporal.Instant.compare(from, startedAt) < 0 ? startedAt : from
  const all = weeks.reduce((sum, count) => sum + count, 0)
  const told = t.contactsSince({
    on: formatDate(locale, dayIn(zone, since)),
    all,
    last: number(locale, weeks.at(-1) ?? 0),
  })
  return (
    <Section id="contacts" title={t.contactsHead}>
      <p class="small">{told}</p>
      {all > 0 && (
        <Bars
          values={weeks}
          label={told}
          first={weeks.length > 2 ? t.sinceDay({ day: formatShortDay(locale, zone, since) }) : undefined}
          last={t.thisWeek}
        />
      )}
    </Section>
  )
}
