import { beforeAll, describe, it } from 'vitest'
import { cast } from '../cast.ts'
import { useHarness } from '../harness.ts'
import { seatingFields } from '../event.ts'
import { pollFields } from '../poll.ts'
import { newRoundFields } from '../round.ts'
import { type Fields, fuzz, type FuzzedForm } from './fuzz.ts'
import { setSide, type Side } from './stage.ts'

const h = useHarness({ logLevel: process.env.LOG_LEVEL ?? 'silent' }, { resetBetweenTests: false })
let side: Side

beforeAll(async () => {
  side = await setSide(h, 'Agora', [cast.ana, cast.kofi, cast.leila])
})

const day = (name: string, [y, m, d]: [string, string, string]) => ({
  [`${name}.d`]: d,
  [`${name}.m`]: m,
  [`${name}.y`]: y,
})
const in2027 = { ...day('startsOn', ['2027', '1', '1']), ...day('endsOn', ['2027', '6', '1']) }
const at = (path: string) => () =>
  `/initiatives/${side.objects.initiative}${path.replace(/:(\w+)/g, (_, name: string) => side.objects[name] ?? '')}`

const planFields = {
  minutes: '45',
  sessionsEach: '',
  leastGapDays: '',
  greatestGapDays: '',
  earliestHour: '6',
  latestHour: '22',
  sharing: 'total first',
  ...day('answerBy', ['2026', '12', '8']),
}

const meetingFields = {
  tool: 'large group meeting',
  title: 'What the auditors read',
  purpose: 'Three findings',
  languages: ['en'],
  ...day('startsOn', ['2026', '12', '20']),
  startsAt: '14:00',
  season: '',
  ...day('notBefore', ['2026', '12', '14']),
  ...day('notAfter', ['2026', '12', '21']),
  mustBeThere: [],
  zone: 'Europe/Lisbon',
  minutes: '60',
  mode: 'hybrid',
  place: 'Room 2',
  roomCapacity: '4',
  link: 'https://perennial.test/room',
  telephone: '',
  onlineCapacity: '9',
  ...day('answerBy', ['2026', '12', '18']),
  mostParty: '2',
  namesShown: 'yes',
}

/** The forms of staff that take more than a press of a button. */
const forms: Record<string, [path: () => string, fields: Fields]> = {
  'a new initiative': [
    () => '/initiatives/new',
    {
      title: 'Two',
      purpose: '',
      languages: 'English',
      topics: 'Radio',
      seasonTitle: 'One',
      ...in2027,
      rhythmDays: '30',
    },
  ],
  'what it is about': [at('/setup/about'), { title: 'One', purpose: 'Budgets', languages: 'English, French' }],
  'its rhythm': [at('/setup/rhythm'), { rhythmDays: '30', amberFactor: '2', redFactor: '4', lapsedFactor: '8' }],
  'its topics': [at('/setup/topics'), { added: 'Radio', removed: [] }],
  'a season': [at('/setup/season'), { title: 'Winter', season: '', ...in2027 }],
  'a plan of a season': [at('/season'), { season: '', ...planFields }],
  'its manner': [at('/season/:timetable/settings'), { ...planFields }],
  'a planning': [at('/season/:timetable/planning'), { revision: '0', how: 'repair' }],
  'a meeting moved': [
    at('/season/:timetable/move'),
    { series: '', number: '0', at: '2026-12-10T10:00:00Z', revision: '0' },
  ],
  'a meeting pinned': [at('/season/:timetable/pins'), { series: '', number: '0', pinned: 'yes', revision: '0' }],
  'a step back': [at('/season/:timetable/undo'), { step: '0' }],
  'a week left free': [at('/season/:timetable/week'), { week: '2026-12-07', closed: 'no', revision: '0' }],
  'a season sent': [at('/season/:timetable/publication'), { revision: '0' }],
  'a peer asked again': [at('/season/:timetable/asking'), { person: '', back: 'desk' }],
  'an engagement': [
    at('/setup/engagement'),
    { title: 'Lisbon', place: 'Lisbon', link: 'https://x.example', ...in2027 },
  ],
  'a seating': [at('/engagements/:engagement/seatings'), { ...seatingFields, least: '2', people: [] }],
  'its settings': [at('/seatings/:seating/settings'), { ...seatingFields, least: '2' }],
  'who is here': [at('/seatings/:seating/attendance'), { here: '', late: '' }],
  'a table kept': [at('/seatings/:seating/locks'), { person: '', table: '1' }],
  'a timer': [at('/seatings/:seating/clock'), { act: 'next' }],
  'a group meeting': [at('/meetings'), meetingFields],
  'what it is': [at('/meetings/:meeting/settings'), meetingFields],
  'its programme': [
    at('/meetings/:meeting/agenda'),
    { 'order.1': '1', 'title.1': 'Welcome', 'minutes.1': '10', 'who.1': 'Ana' },
  ],
  'its time': [at('/meetings/:meeting/time'), { startsAt: '2026-12-21T14:00:00Z' }],
  'whom it is for': [at('/meetings/:meeting/invitations'), { whom: 'chosen', people: [] }],
  'its answers': [at('/meetings/:meeting/answers'), { taken: 'yes' }],
  'its tables': [
    at('/meetings/:meeting/tables'),
    { tablesTitle: 'Rounds', rounds: '2', size: '3', roundMinutes: '10' },
  ],
  'who is at it': [at('/meetings/:meeting/attendance'), { present: [], shown: '' }],
  'what came of it': [
    at('/meetings/:meeting/outcome'),
    { notes: 'We met', 'what.1': 'Meet again', 'who.1': 'Ana', 'by.1': '2027-01-01' },
  ],
  'its minutes sent': [at('/meetings/:meeting/outcome/sending'), { to: 'invited' }],
  'a round': [at('/matching'), { title: 'Pairs', contact: 'any', allowConnected: 'yes', ...newRoundFields }],
  'the settings of a round': [
    at('/matching/:round/settings'),
    { title: 'Pairs', purpose: 'First', kind: 'groups', groupLeast: '5', groupMost: '7', who: 'all', contact: 'any' },
  ],
  'its weights': [at('/matching/:round/weights'), { ...newRoundFields }],
  'who is in it': [
    at('/matching/:round/people'),
    { chosen: [], whom: 'all', say: 'pairs', pairs: '2', find: '', show: 'everybody', country: '', language: '' },
  ],
  'who must be with whom': [at('/matching/:round/needs'), { person: '', need: 'language:en' }],
  'a pin': [at('/matching/:round/pins'), { people: 'a,b', order: 'weakest' }],
  'a rule taken back': [at('/matching/:round/rules/removal'), { people: 'a,b', kind: 'pin' }],
  'a swap': [at('/matching/:round/swap'), { person: '', with: '' }],
  'suggestions to its peers': [
    at('/matching/:round/suggestions'),
    { ...day('answerBy', ['2026', '12', '8']), many: '4' },
  ],
  'an exchange': [at('/desk/:connection/exchange'), { person: '', with: '', key: 'a b' }],
  'its publication': [at('/matching/:round/publication'), { revision: '0' }],
  'a contact': [
    at('/connections/:connection/contacts'),
    { ...day('day', ['2026', '11', '24']), kind: 'live', minutes: '30', note: 'Good' },
  ],
  'a review': [at('/connections/:connection/review'), day('review', ['2027', '5', '1'])],
  'a word to a pair': [at('/desk/:connection/nudge'), { text_en: 'Hello', text_fr: '', word: 'ask' }],
  'a call': [at('/desk/:connection/call'), { note: 'They met' }],
  'a row put aside': [at('/desk/aside'), { row: 'unanswered' }],
  'a partner by hand': [at('/desk/:connection/rematch'), { person: '', with: '' }],
  'a session’s time': [
    at('/sessions/:session/time'),
    { ...day('day', ['2026', '12', '20']), time: '10:00', zone: 'Africa/Accra' },
  ],
  'somebody’s hours': [at('/people/:person/availability'), { level: '1', s0: ['9:00'], d: ['4'], h: ['12:00'] }],
  'somebody’s limits': [
    at('/people/:person/availability/limits'),
    { perWeek: '2', perMonth: '90', holidays: 'yes', weekend: ['5', '6'] },
  ],
  'somebody’s days': [
    at('/people/:person/availability/days'),
    { ...day('from', ['2026', '12', '24']), ...day('to', ['2026', '12', '31']), dayLevel: '0' },
  ],
  'a pause': [at('/connections/:connection/pause'), day('until', ['2027', '2', '1'])],
  'a poll': [at('/polls'), pollFields],
  'the rows of a poll': [at('/polls'), { ...pollFields, copy: '1' }],
  'the guests of a poll': [at('/polls/:poll/invitations'), { addresses: 'Bo <bo@peers.example>' }],
  'the time of a poll': [at('/polls/:poll/decision'), { time: '' }],
  'an authority': [
    at('/authority/:authority'),
    {
      authoriserName: 'Head',
      authoriserEmail: 'boss@agora.example',
      authoriserTitle: '',
      locale: 'en',
      hoursPerMonth: '4',
      ...in2027,
    },
  ],
  'a report': [at('/authority/:authority/report'), { note: 'Good' }],
  'a person': [
    () => `/people/${side.objects.person}/edit`,
    {
      name: 'Ana',
      email: cast.ana.email,
      locale: 'en',
      zone: 'America/Bogota',
      country: 'CO',
      city: '',
      phone: '',
      note: '',
      otherLanguage: '',
      otherLevel: '',
      'level.es': 'native',
    },
  ],
  'a post': [
    () => `/people/${side.objects.person}/posts`,
    { organisation: 'Ward', title: '', startsOn: '2020', endsOn: '' },
  ],
  'a merge': [at('/people/duplicates/:one/:other'), { keep: '', 'value.name': '' }],
  'a roster': [at('/people/import'), { pasted: 'Name,E-mail\nBo,bo@peers.example' }],
  'its columns': [at('/people/import/:roster/mapping'), { 'column.0': 'name', 'column.1': 'email' }],
  'its zones': [at('/people/import/:roster/zones'), { 'zone.US': 'America/Denver' }],
  invitations: [at('/people/invitations'), { chosen: [], everybody: '' }],
  'an agency': [() => '/agency', { name: 'Agora', locale: 'en', zone: 'Europe/Lisbon' }],
  'a colleague': [() => '/staff', { name: 'Zoe', email: 'zoe@staff.example', role: 'facilitator' }],
  'one’s account': [() => '/account', { name: 'Marta', locale: 'en', zone: 'Europe/Lisbon' }],
}

/** Forms whose usual answer asks for what this stage has not. */
const refusedHere = [
  'a plan of a season',
  'a meeting moved',
  'a meeting pinned',
  'a step back',
  'a season sent',
  'a peer asked again',
  'a week left free',
  'a planning',
  'who must be with whom',
  'a pin',
  'a rule taken back',
  'a swap',
  'its publication',
  'a partner by hand',
  'an exchange',
  'a merge',
  'invitations',
  'a seating',
  'who is here',
  'a table kept',
  'the time of a poll',
  'whom it is for',
  'its tables',
  'its minutes sent',
]

describe('every field of every form of staff, with texts that nobody should type', () => {
  it.for(Object.entries(forms))('%s', { timeout: 120_000 }, ([name, [path, fields]]) => {
    const who = () => side.scene.administrator
    const form: FuzzedForm = {
      name,
      path,
      who,
      fields: () => Promise.resolve(fields),
      isRefused: refusedHere.includes(name),
    }
    return fuzz(h, form)
  })
})
