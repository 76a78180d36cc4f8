import type { FC } from 'hono/jsx'
import { formatTime } from '../../../platform/clock.ts'
import { type Locale, number } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Note, Sections } from '../../../ui/sections.tsx'
import { Table } from '../../../ui/table.tsx'
import { type AgendaItem, timed, totalMinutes } from '../agenda.ts'
import { mostRows } from '../form.ts'
import { formWords } from '../form-words.ts'
import type { Meeting } from '../store.ts'
import { type Words, words } from '../words.ts'
import { InnerPage } from './inner-page.tsx'

/** Blank rows under those that are filled. */
const blankRows = 3

/** The programme with the start of each item on the organiser's clock, and whether it fills the meeting. */
export const ProgrammeTable: FC<{ locale: Locale; zone: string; meeting: Meeting; agenda: AgendaItem[] }> = (props) => {
  const { locale, zone, meeting, agenda } = props
  const t = words(locale)
  const f = formWords(locale)
  if (agenda.length === 0 || meeting.starts_at === null) return <p class="muted">{t.programmeEmpty}</p>
  return (
    <>
      <Table
        caption={t.programmeHead}
        rigid
        rows={timed(meeting.starts_at, agenda)}
        columns={[
          { head: f.time, cell: ({ startsAt }) => <span class="num">{formatTime(locale, zone, startsAt)}</span> },
          { head: f.item, cell: ({ title }) => <bdi>{title}</bdi> },
          { head: f.who, cell: ({ who }) => <bdi>{who}</bdi> },
          { head: f.minutes, numeric: true, cell: ({ minutes }) => number(locale, minutes) },
        ]}
      />
      <p class="small muted gap-2">{fillOf(t, meeting, agenda)}</p>
    </>
  )
}

/** How the minutes of the items stand to the length of the meeting. */
export function fillOf(t: Words, meeting: Pick<Meeting, 'minutes'>, agenda: readonly AgendaItem[]): string {
  const left = meeting.minutes - totalMinutes(agenda)
  if (left === 0) return t.agendaFits
  return left > 0 ? t.agendaLeft({ left }) : t.agendaOver({ over: -left })
}

interface AgendaPageProps {
  c: VisitContext
  meeting: Meeting
  agenda: AgendaItem[]
  state: FormState
}

/** The programme as rows to fill in; its minutes are added up at every save. */
export const AgendaPage: FC<AgendaPageProps> = ({ c, meeting, agenda, state }) => {
  const { locale, initiative } = c.var
  const t = formWords(locale)
  const here = `/initiatives/${initiative.id}/meetings/${meeting.id}`
  const rows = Math.min(mostRows, agenda.length + blankRows)
  const isOver = totalMinutes(agenda) > meeting.minutes
  return (
    <InnerPage
      c={c}
      meeting={meeting}
      title={t.agendaTitle({ title: meeting.title })}
      lead={t.agendaLead}
      state={state}
    >
      <Sections>
        {agenda.length > 0 && <Note tone={isOver ? 'wait' : 'info'}>{fillOf(words(locale), meeting, agenda)}</Note>}
        <Form action={`${here}/agenda`} state={state}>
          {Array.from({ length: rows }, (_, index) => {
            const n = index + 1
            const item = agenda[index]
            return (
              <div class="entry" role="group" aria-label={t.itemRow({ row: n })}>
                <Field name={`order.${n}`} label={t.order} width={3} inputmode="numeric" value={n} />
                <Field name={`title.${n}`} label={t.item} value={item?.title} maxlength={300} />
                <Field name={`minutes.${n}`} label={t.minutes} width={3} inputmode="numeric" value={item?.minutes} />
                <Field name={`who.${n}`} label={t.who} optional value={item?.who} maxlength={300} />
              </div>
            )
          })}
          <Buttons>
            <Button main>{t.saveAgenda}</Button>
            <Button bare href={here}>
              {meeting.title}
            </Button>
          </Buttons>
        </Form>
      </Sections>
    </InnerPage>
  )
}
