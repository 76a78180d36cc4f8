import { sql } from 'kysely'
import { beforeAll, describe, it } from 'vitest'
import { proposeConnection } from '../../src/features/connections/proposing.ts'
import { planSession } from '../../src/features/sessions/actions.ts'
import { type LinkPurpose, makeLink } from '../../src/platform/links/links.ts'
import { cast } from '../cast.ts'
import { useHarness } from '../harness.ts'
import { answerFields } from '../poll.ts'
import { filledForm } from '../profile-scene.ts'
import { type Fields, fuzz, type FuzzedForm } from './fuzz.ts'
import { setSide, type Side } from './stage.ts'

const h = useHarness({ logLevel: process.env.LOG_LEVEL ?? 'silent' }, { resetBetweenTests: false })
const empty = useHarness({ logLevel: process.env.LOG_LEVEL ?? 'silent' })
let side: Side
let proposal = ''
let reply = ''

beforeAll(async () => {
  side = await setSide(h, 'Agora', [cast.ana, cast.kofi, cast.leila])
  const { agencyId, initiativeId } = side.scene
  const people = await h.world.db
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('agency_id', '=', agencyId)
    .execute()
  const personIds = people.filter(({ name }) => name === cast.ana.name || name === cast.leila.name).map(({ id }) => id)
  const members = personIds.map((personId) => ({ personId, gives: '', wants: '', why: '' }))
  const id = await h.change((work) =>
    proposeConnection(work, { agencyId, initiativeId, roundId: null, personIds, fit: 70, members }),
  )
  const link = await h.change((work) =>
    makeLink(work, { agencyId, purpose: 'proposal', personId: personIds[0] ?? '', subjectId: id, days: 30 }),
  )
  proposal = new URL(link).pathname
  const { connection = '', person: personId = '' } = side.objects
  const ahead = await h.change((work) => planSession(work, connection, work.now.add({ hours: 400 }), 45))
  const replyLink = { agencyId, purpose: 'reply' as const, personId, subjectId: ahead, days: 30 }
  reply = new URL(await h.change((work) => makeLink(work, replyLink))).pathname
  h.clock.advance({ days: 5 })
})

const linkTo = (purpose: LinkPurpose, path: string) =>
  `/${path}/${{ ...side.players.owner.links, ...side.players.authoriser.links }[purpose]}`
const fixed = (fields: Fields) => () => Promise.resolve(fields)
const day = (name: string, [y, m, d]: [string, string, string]) => ({
  [`${name}.d`]: d,
  [`${name}.m`]: m,
  [`${name}.y`]: y,
})
const never = '0'.repeat(8)

async function version(): Promise<string> {
  const { db } = h.world
  const id = side.objects.connection ?? ''
  const row = await db
    .selectFrom('connections')
    .select('agreement_version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return String(row.agreement_version)
}

async function openOption(): Promise<string> {
  const option = await h.world.db.selectFrom('time_options').select('id').limit(1).executeTakeFirstOrThrow()
  return option.id
}

function pollAnswer(): Promise<Fields> {
  const key = side.objects['poll key'] ?? ''
  return Promise.resolve({ ...answerFields([key], ['maybe'], { email: 'bo@peers.example' }), none: '', show: '' })
}

const forms: FuzzedForm[] = [
  {
    name: 'the one-minute form',
    path: () => linkTo('profile', 'profile'),
    fields: fixed({
      ...filledForm,
      problemTopic: '',
      offers: [],
      offersOther: 'Radio',
      wants: [],
      wantsOther: '',
      otherLanguage: 'Twi',
      otherLevel: 'native',
      wishes: [],
      standing: 'paused',
      ...day('pausedUntil', ['2027', '2', '1']),
    }),
  },
  {
    name: 'its draft',
    path: () => `${linkTo('profile', 'profile')}/draft`,
    fields: fixed({ ...filledForm, opened: '1764000000000' }),
  },
  { name: 'its zone', path: () => `${linkTo('profile', 'profile')}/zone`, fields: fixed({ zone: 'Africa/Accra' }) },
  {
    name: 'one’s hours',
    path: () => linkTo('availability', 'availability'),
    fields: fixed({ level: '1', s0: ['9:00', '9:30'], s6: '20:30', d: ['4'], h: ['12:00'] }),
  },
  {
    name: 'a drawn week',
    path: () => linkTo('availability', 'availability'),
    fields: fixed({ week: '012'.repeat(112) }),
  },
  {
    name: 'days that are not as usual',
    path: () => `${linkTo('availability', 'availability')}/days`,
    fields: fixed({ ...day('from', ['2026', '12', '24']), ...day('to', ['2026', '12', '31']), dayLevel: '0' }),
  },
  {
    name: 'one’s limits',
    path: () => `${linkTo('availability', 'availability')}/limits`,
    fields: fixed({ perWeek: '2', perMonth: '90', holidays: 'yes', weekend: ['5', '6'] }),
  },
  {
    name: 'one’s own calendar',
    path: () => `${linkTo('availability', 'availability')}/calendars`,
    fields: fixed({ kind: 'caldav', address: 'https://calendar.example/dav', user: 'ana', password: 'secret' }),
    again: () => h.world.db.deleteFrom('calendar_sources').execute(),
  },
  {
    name: 'the suggestions',
    path: () => linkTo('choice', 'choice'),
    fields: async () => ({ [`of.${side.objects.other}`]: 'glad', 'named.1': cast.kofi.name }),
  },
  {
    name: 'whether one comes',
    path: () => `${linkTo('meeting', 'meeting')}/answer`,
    fields: fixed({ answer: 'room', party: '1', companions: 'Efua' }),
  },
  { name: 'the proposal', path: () => proposal, fields: fixed({ answer: 'later', reason: 'A budget round' }) },
  {
    name: 'the agreement',
    path: () => linkTo('agreement', 'agreement'),
    fields: async () => ({
      version: await version(),
      gives: 'Drafts',
      wants: 'Readers',
      rhythm: '30',
      medium: 'video',
      ...day('review', ['2027', '5', '1']),
    }),
  },
  {
    name: 'its acceptance',
    path: () => `${linkTo('agreement', 'agreement')}/acceptance`,
    fields: async () => ({ version: await version() }),
  },
  {
    name: 'the times',
    path: () => linkTo('times', 'times'),
    fields: async () => ({ option: [await openOption()], none: '' }),
  },
  { name: 'did you meet', path: () => linkTo('checkin', 'checkin'), fields: fixed({ held: 'yes', minutes: '45' }) },
  {
    name: 'the times of a season',
    path: () => linkTo('series', 'series'),
    fields: async () => ({ [`reply.${side.objects.session}`]: 'maybe', all: '' }),
  },
  {
    name: 'another time of a season',
    isRefused: true,
    path: () => `${linkTo('series', 'series')}/time`,
    fields: async () => ({ session: side.objects.session ?? '', at: '2026-12-01T10:00:00Z' }),
  },
  { name: 'do you come', path: () => reply, fields: fixed({ reply: 'maybe' }) },
  {
    name: 'another time',
    path: () => `${reply}/time`,
    fields: fixed({ option: '', ...day('day', ['2026', '12', '22']), time: '15:30' }),
  },
  {
    name: 'the report',
    path: () => linkTo('report', 'report'),
    fields: fixed({ answer: 'change', hours: '4', note: 'Go on', ...day('until', ['2027', '6', '30']) }),
    again: () => h.world.db.updateTable('authority_reports').set({ answered_at: null, answer: null }).execute(),
  },
  {
    name: 'an answer to a poll',
    path: () => `/poll/${side.players.asked.links.poll}`,
    fields: () => pollAnswer(),
    again: () => h.world.db.deleteFrom('poll_people').where('form_key_hash', 'is not', null).execute(),
  },
  {
    name: 'an answer to a poll, changed',
    path: () => `/answer/${side.players.guest.links.pollAnswer}`,
    fields: () => pollAnswer(),
  },
  { name: 'the address for a new link', path: () => '/my', fields: fixed({ email: 'ana@peers.example' }) },
  {
    name: 'the address to sign in',
    path: () => '/sign-in',
    fields: fixed({ address: 'nobody@staff.example', next: '/initiatives' }),
  },
  {
    name: 'the code',
    isRefused: true,
    path: () => '/sign-in/code',
    fields: fixed({ address: 'nobody@staff.example', code: never, next: '/initiatives' }),
  },
  {
    name: 'a way of the home page',
    path: () => `${linkTo('home', 'my')}/open`,
    fields: async () => ({ way: 'agreement', subject: side.objects.connection ?? '' }),
  },
  {
    name: 'a pause',
    path: () => `${linkTo('home', 'my')}/pause`,
    fields: async () => ({ part: side.objects.participation ?? '', ...day('until', ['2027', '2', '1']) }),
    again: () => h.submit(`${linkTo('home', 'my')}/return`, { part: side.objects.participation ?? '' }),
  },
  {
    name: 'the end of a pause',
    path: () => `${linkTo('home', 'my')}/return`,
    fields: async () => ({ part: side.objects.participation ?? '' }),
  },
  {
    name: 'a contact',
    path: () => `${linkTo('home', 'my')}/connections/${side.objects.connection}/contacts`,
    fields: fixed({ ...day('day', ['2026', '11', '23']), kind: 'live', minutes: '30', note: 'Good' }),
  },
]

describe('every field of every public form, with texts that nobody should type', () => {
  it.for(forms.map((form) => [form.name, form] as const))('%s', { timeout: 120_000 }, ([, form]) => fuzz(h, form))

  it('the first run', { timeout: 120_000 }, () =>
    fuzz(empty, {
      name: 'the first run',
      path: () => '/start',
      fields: fixed({
        agency: 'Agora',
        name: 'Marta',
        email: 'marta@staff.example',
        locale: 'en',
        zone: 'Europe/Lisbon',
      }),
      again: () => sql`truncate agencies, auth_users cascade`.execute(empty.world.db),
    }),
  )
})
