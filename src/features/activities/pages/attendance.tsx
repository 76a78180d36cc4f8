import type { FC } from 'hono/jsx'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { Choice } from '../../../ui/choice.tsx'
import type { FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { formWords } from '../form-words.ts'
import type { Place } from '../place-store.ts'
import type { Meeting } from '../store.ts'
import { type Words, words } from '../words.ts'
import { InnerPage } from './inner-page.tsx'

interface AttendancePageProps {
  c: VisitContext
  meeting: Meeting
  places: Place[]
  state: FormState
}

/** Who is there, one tick a person: made for a phone held at the door. Those who come stand first. */
export const AttendancePage: FC<AttendancePageProps> = ({ c, meeting, places, state }) => {
  const { locale, initiative } = c.var
  const t = formWords(locale)
  const here = `/initiatives/${initiative.id}/meetings/${meeting.id}`
  const present = places.filter(({ attended }) => attended === true).map(({ person_id }) => person_id)
  const rows = places.toSorted((a, b) => Number(b.state === 'coming') - Number(a.state === 'coming'))
  return (
    <InnerPage
      c={c}
      meeting={meeting}
      title={t.attendanceTitle({ title: meeting.title })}
      lead={t.attendanceLead}
      state={state}
    >
      <Form action={`${here}/attendance`} state={state} hidden={{ shown: present.join(' ') }}>
        <Choice
          name="present"
          label={t.present}
          many
          stacked
          value={present}
          options={rows.map((place) => ({
            value: place.person_id,
            label: <bdi>{place.name}</bdi>,
            hint: hintOf(words(locale), t.saidSo, place),
          }))}
        />
        <Buttons>
          <Button main>{t.saveAttendance}</Button>
          <Button bare href={here}>
            {meeting.title}
          </Button>
        </Buttons>
      </Form>
    </InnerPage>
  )
}

function hintOf(t: Words, saidSo: string, place: Place): string | undefined {
  if (place.attended && place.attended_said_by === 'peer') return saidSo
  if (place.state === 'coming') return place.how === 'room' ? t.inRoom : t.atDistance
  return place.state === 'asked' ? t.asked : t.declined
}
