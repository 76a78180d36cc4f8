import type { Child, FC } from 'hono/jsx'
import { formatDate, formatMonth } from '../../../platform/clock.ts'
import { list, number, type Locale } from '../../../platform/i18n/catalogue.ts'
import { Bars } from '../../../ui/bars.tsx'
import { Section } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import type { ReportContent } from '../report.ts'
import { type Words, words } from '../words.ts'

const dayOf = (locale: Locale, day: string) => formatDate(locale, Temporal.PlainDate.from(day))

const monthOf = (locale: Locale, month: string | undefined) =>
  month && formatMonth(locale, Temporal.PlainYearMonth.from(month))

/** The heading of a report: what was lent, or that nothing happened. */
export function reportTitle(t: Words, locale: Locale, content: ReportContent): string {
  if (content.contacts.length === 0) return t.reportNothing({ name: content.peer })
  return t.reportTitle({
    organisation: content.organisation || content.initiative,
    hours: number(locale, content.hoursUsed),
    name: content.peer,
  })
}

/** The one page: what the hours were used for, month by month and meeting by meeting; `decide` stands beside it. */
export const ReportBody: FC<{ locale: Locale; content: ReportContent; note: string; decide: Child }> = (props) => {
  const { locale, content, note, decide } = props
  const t = words(locale)
  const people = new Set(content.contacts.flatMap((contact) => contact.with.map((one) => one.name)))
  return (
    <article class="report">
      <div class="cols gap-s">
        <div class="stack stack-6">
          {content.contacts.length > 0 && (
            <p class="drop">
              {t.reportDrop({
                from: dayOf(locale, content.from),
                to: dayOf(locale, content.to),
                meetings: t.meetings({ count: content.contacts.length }),
                people: t.peopleCount({ count: people.size }),
                name: content.peer,
                initiative: content.initiative,
              })}
            </p>
          )}
          {note && <p>{note}</p>}
          <Section
            id="time"
            title={t.timeHead}
            aside={t.timeUsed({
              used: number(locale, content.hoursUsed),
              granted: number(locale, content.hoursGranted),
            })}
          >
            <Bars
              values={content.months.map((month) => Math.round(month.minutes / 6) / 10)}
              label={t.timeLabel}
              first={monthOf(locale, content.months[0]?.month)}
              last={monthOf(locale, content.months.at(-1)?.month)}
              format={(value) => number(locale, value)}
            />
          </Section>
          {content.contacts.length > 0 && (
            <Section id="met" title={t.metHead}>
              <Table
                caption={t.metHead}
                rows={content.contacts.slice(-14)}
                columns={[
                  { head: t.metOn, cell: (contact) => dayOf(locale, contact.on) },
                  { head: t.metWith, cell: (contact) => <bdi>{withWhom(locale, contact)}</bdi> },
                  { head: t.metHow, cell: (contact) => how(t, contact.kind) },
                  { head: t.metMinutes, numeric: true, cell: (contact) => contact.minutes },
                ]}
              />
            </Section>
          )}
          <p class="small muted">{t.privacy}</p>
        </div>
        {decide}
      </div>
    </article>
  )
}

function withWhom(locale: Locale, contact: ReportContent['contacts'][number]): string {
  return list(
    locale,
    contact.with.map(({ name, organisation }) => (organisation ? `${name} (${organisation})` : name)),
  )
}

function how(t: Words, kind: string): string {
  return { live: t.live, face_to_face: t.face_to_face, message: t.message }[kind] ?? kind
}
