import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/clock.ts'
import { number } from '../../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../../platform/web/visit.ts'
import { type Figure, Figures } from '../../../ui/figures.tsx'
import { Section } from '../../../ui/sections.tsx'
import { Tag, type Tone } from '../../../ui/status.tsx'
import { Table } from '../../../ui/table.tsx'
import { answersUntil, capacityOf, isTimed, queueOf, rankOf, takenSeats, waysOf } from '../meeting.ts'
import type { Place } from '../place-store.ts'
import type { Meeting } from '../store.ts'
import { type Words, words } from '../words.ts'

interface PlacesProps {
  c: VisitContext
  meeting: Meeting
  places: Place[]
}

/** Seats taken out of those there are, who waits, who has not answered; afterwards who was there. */
export const MeetingFigures: FC<PlacesProps> = ({ c, meeting, places }) => {
  const { locale } = c.var
  const t = words(locale)
  const figures: Figure[] = waysOf(meeting).map((how) => {
    const seats = capacityOf(meeting, how)
    return {
      label: how === 'room' ? t.figureRoom : t.figureOnline,
      value: number(locale, takenSeats(places, how)),
      of: seats === null ? t.noLimit : t.ofSeats({ seats }),
    }
  })
  const waiting = waysOf(meeting).flatMap((how) => queueOf(places, how))
  if (waiting.length > 0)
    figures.push({
      label: t.figureWaiting,
      value: number(
        locale,
        waiting.reduce((sum, place) => sum + place.party_size, 0),
      ),
      of: t.parties({ parties: waiting.length }),
      tone: 'wait',
    })
  const asked = places.filter(({ state }) => state === 'asked').length
  if (meeting.state === 'open')
    figures.push({
      label: t.figureAsked,
      value: number(locale, asked),
      ...(meeting.answer_by && isTimed(meeting)
        ? { note: t.answersUntil({ by: formatMoment(locale, meeting.zone, answersUntil(meeting)) }) }
        : {}),
    })
  const present = places.filter(({ attended }) => attended === true).length
  if (present > 0 || meeting.state === 'held') {
    const people = places.filter(({ state }) => state === 'coming').length
    figures.push({ label: t.figureAttended, value: number(locale, present), of: t.ofComing({ people }) })
  }
  return <Figures items={figures} />
}

/** Everybody who was invited with their answer: those who come first, then the queue, then the others. */
export const PlaceTable: FC<PlacesProps> = ({ c, meeting, places }) => {
  const t = words(c.var.locale)
  const order = ['offered', 'coming', 'waiting', 'asked', 'left', 'declined']
  const rows = places.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  const hasParties = meeting.most_party > 1 || places.some((place) => place.party_size > 1)
  return (
    <Section id="people" title={t.peopleHead} count={places.length}>
      <Table
        caption={t.peopleHead}
        rows={rows}
        columns={[
          {
            head: t.name,
            cell: ({ person_id, name }) => (
              <a href={`/initiatives/${c.var.initiative.id}/people/${person_id}`}>
                <bdi>{name}</bdi>
              </a>
            ),
          },
          { head: t.answer, cell: (place) => <PlaceTag c={c} meeting={meeting} places={places} place={place} /> },
          { head: t.how, cell: (place) => howOf(t, place) },
          ...(hasParties
            ? [
                {
                  head: t.party,
                  numeric: true,
                  cell: (place: Place) => (place.how === null ? '' : number(c.var.locale, place.party_size)),
                },
                { head: t.companions, cell: ({ companions }: Place) => companions !== '' && <bdi>{companions}</bdi> },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function howOf(t: Words, place: Place): string {
  if (place.how === null || place.state === 'declined' || place.state === 'left') return ''
  return place.how === 'room' ? t.inRoom : t.atDistance
}

const PlaceTag: FC<PlacesProps & { place: Place }> = ({ c, meeting, places, place }) => {
  const { locale } = c.var
  const t = words(locale)
  const shown = (tone: Tone | undefined, text: string) => <Tag tone={tone}>{text}</Tag>
  if (place.attended) return shown('go', t.wasThere)
  if (place.attended === false) return shown('idle', t.wasNotThere)
  switch (place.state) {
    case 'coming':
      return shown('go', t.placeComing)
    case 'waiting':
      return shown('wait', t.placeWaiting({ rank: rankOf(places, place) }))
    case 'offered':
      return shown(
        'info',
        t.placeOffered({ by: formatMoment(locale, meeting.zone, place.keep_until ?? meeting.created_at) }),
      )
    case 'left':
      return shown('idle', place.keep_until === null ? t.left : t.placeLapsed)
    case 'declined':
      return shown('idle', t.declined)
    default:
      return shown(undefined, t.asked)
  }
}
