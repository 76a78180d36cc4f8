import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/clock.ts'
import { linkOf, type VisitContext } from '../../../platform/web/visit.ts'
import { Field } from '../../../ui/field.tsx'
import { emptyForm, type FormState } from '../../../ui/form-state.ts'
import { Button, Buttons, Form } from '../../../ui/form.tsx'
import { Section, Sections } from '../../../ui/sections.tsx'
import { PeerPage } from '../../accounts/parts.tsx'
import type { AgendaItem } from '../agenda.ts'
import { answersUntil, capacityOf, queueOf, rankOf, takenSeats, type Timed, waysOf } from '../meeting.ts'
import { type PeerWords, peerWords } from '../peer-words.ts'
import type { Place } from '../place-store.ts'
import { freeSeats, type How } from '../seats.ts'
import { type Standing, standingOf } from '../standing.ts'
import type { Decision } from '../store.ts'
import { MeetingFacts, Outcome, WhoComes } from './peer-facts.tsx'

export interface PlacePageProps {
  c: VisitContext
  initiative: string
  meeting: Timed
  place: Place
  places: Place[]
  agenda: AgendaItem[]
  decisions: Decision[]
  state?: FormState
}

/** The page behind the link of one person's place: before, on the day, and after. */
export const PlacePage: FC<PlacePageProps> = (props) => {
  const { c, initiative, meeting, place, places, agenda, decisions, state = emptyForm } = props
  const { locale, world } = c.var
  const { zone } = linkOf(c)
  const t = peerWords(locale)
  const standing = standingOf(meeting, place, world.clock.now())
  return (
    <PeerPage
      c={c}
      title={titleOf(t, standing, props)}
      over={<bdi>{initiative}</bdi>}
      lead={leadOf(t, standing, props, zone)}
      error={state}
      sentences={{ saidAnswer: t.saidAnswer, saidHere: t.saidHere }}
    >
      <Sections>
        {(standing === 'here' || standing === 'were') && <AttendanceForm {...props} isPast={standing === 'were'} />}
        {isAnswerable(standing) && <AnswerForm {...props} standing={standing} state={state} />}
        {meeting.notes_sent_at !== null && <Outcome locale={locale} meeting={meeting} decisions={decisions} />}
        {place.attended !== null && <p class="muted">{place.attended ? t.notedHere : t.notedAway}</p>}
        <MeetingFacts locale={locale} zone={zone} meeting={meeting} place={place} agenda={agenda} />
        {standing !== 'cancelled' && <WhoComes locale={locale} meeting={meeting} place={place} places={places} />}
      </Sections>
    </PeerPage>
  )
}

const isAnswerable = (standing: Standing) =>
  ['asked', 'coming', 'waiting', 'offered', 'away', 'gone'].includes(standing)

function titleOf(t: PeerWords, standing: Standing, { meeting, place, places }: PlacePageProps): string {
  const { title } = meeting
  return {
    asked: t.askTitle({ title }),
    coming: t.comingTitle({ title }),
    waiting: t.waitingTitle({ rank: rankOf(places, place) }),
    offered: t.offeredTitle,
    away: t.awayTitle({ title }),
    gone: t.goneTitle,
    closed: t.closedTitle({ title }),
    cancelled: t.cancelledTitle({ title }),
    here: t.hereTitle({ title }),
    were: t.wereTitle({ title }),
    outcome: t.outcomeTitle({ title }),
    over: t.overTitle({ title }),
  }[standing]
}

function leadOf(t: PeerWords, standing: Standing, { c, meeting, place }: PlacePageProps, zone: string) {
  const moment = (at: Temporal.Instant) => formatMoment(c.var.locale, zone, at)
  const leads: Partial<Record<Standing, string>> = {
    asked: t.askLead({ by: moment(answersUntil(meeting)) }),
    coming: t.comingLead,
    waiting: t.waitingLead,
    offered: t.offeredLead({ by: moment(place.keep_until ?? meeting.starts_at) }),
    away: t.awayLead,
    gone: t.goneLead,
    closed: t.closedLead,
    cancelled: t.cancelledLead,
    here: t.hereLead,
    were: t.wereLead,
  }
  return leads[standing]
}

const AttendanceForm: FC<PlacePageProps & { isPast: boolean }> = ({ c, isPast }) => {
  const t = peerWords(c.var.locale)
  return (
    <Form action={pathOf(c, 'attendance')} class="card lift stack stack-5" label={t.hereLead}>
      <Buttons>
        <Button main name="there" value="yes">
          {isPast ? t.wasThere : t.here}
        </Button>
        {isPast && (
          <Button name="there" value="no">
            {t.wasNot}
          </Button>
        )}
      </Buttons>
    </Form>
  )
}

/** One tap: each button of the form is an answer. The one that was tapped in the mail stands first. */
const AnswerForm: FC<PlacePageProps & { standing: Standing; state: FormState }> = (props) => {
  const { c, meeting, place, places, standing, state } = props
  const t = peerWords(c.var.locale)
  const picked = c.req.query('pick')
  const ways = waysOf(meeting).toSorted((a, b) => Number(b === picked) - Number(a === picked))
  const hasParty = meeting.most_party > 1
  const isSettled = standing === 'coming' || standing === 'waiting'
  const shown = hasParty || !isSettled ? ways : ways.filter((how) => how !== place.how)
  const isNoFirst = picked === 'no' || picked === 'away'
  const no = (
    <Button main={isNoFirst} name="answer" value="no">
      {standing === 'waiting' ? t.leaveQueue : standing === 'coming' ? t.giveUp : t.comeNot}
    </Button>
  )
  return (
    <Section id="answer" title={t.answerHead}>
      {!isSettled && standing !== 'offered' && (
        <ul class="gap-2">
          {ways.map((how) => (
            <li>{seatsLine(t, meeting, places, how)}</li>
          ))}
        </ul>
      )}
      {standing === 'waiting' && <p class="muted">{t.waitingRule}</p>}
      <Form action={pathOf(c, 'answer')} state={state} labelledby="answer">
        {hasParty && (
          <>
            <Field
              name="party"
              label={t.party}
              value={place.party_size}
              options={Array.from({ length: meeting.most_party }, (_, index) => ({
                value: String(index + 1),
                label: index + 1,
              }))}
            />
            <Field
              name="companions"
              label={t.companions}
              hint={t.companionsHint}
              optional
              value={place.companions}
              maxlength={300}
            />
          </>
        )}
        <Buttons>
          {isNoFirst && no}
          {shown.map((how, index) => (
            <Button main={!isNoFirst && !isSettled && index === 0} name="answer" value={how}>
              {wayLabel(t, meeting, place, standing, how)}
            </Button>
          ))}
          {!isNoFirst && no}
        </Buttons>
      </Form>
    </Section>
  )
}

function wayLabel(t: PeerWords, meeting: Timed, place: Place, standing: Standing, how: How): string {
  if (standing === 'coming' || standing === 'waiting') {
    if (place.how === how) return t.saveParty
    return how === 'room' ? t.switchRoom : t.switchOnline
  }
  if (standing === 'offered' && place.how === how) return t.keep
  if (meeting.mode === 'room') return t.comeOnly
  return how === 'room' ? t.comeRoom : t.comeOnline
}

function seatsLine(t: PeerWords, meeting: Timed, places: Place[], how: How) {
  const queue = queueOf(places, how)
  const free = freeSeats(capacityOf(meeting, how), takenSeats(places, how))
  if (free === null) return how === 'room' ? t.roomOpen : t.onlineOpen
  if (free === 0 || queue.length > 0) {
    const rank = queue.length + 1
    return how === 'room' ? t.roomFull({ rank }) : t.onlineFull({ rank })
  }
  return how === 'room' ? t.roomFree({ seats: free }) : t.onlineFree({ seats: free })
}

const pathOf = (c: VisitContext, act: string) => `/meeting/${c.req.param('token')}/${act}`
