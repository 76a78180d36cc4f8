import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openRoster } from './actions.ts'
import { decodeText } from './decode.ts'
import { guessColumns } from './mapping.ts'
import { readRoster } from './read-roster.ts'
import type { RosterRow } from './roster-row.ts'
import { readTable } from './table.ts'

const agency = { locale: 'en', zone: 'Europe/Brussels' }
const utf8 = (text: string) => new TextEncoder().encode(text)
const windows1252 = (text: string) => Uint8Array.from(text, (letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0)))

function read(bytes: Uint8Array | string): RosterRow[] {
  const opened = openRoster(typeof bytes === 'string' ? utf8(bytes) : bytes)
  if ('fault' in opened) throw new Error(opened.fault)
  return readRoster(opened.table, { columns: guessColumns(opened.table), zones: {} }, agency)
}

const first = (bytes: Uint8Array | string) => {
  const [row] = read(bytes)
  if (!row) throw new Error('no row')
  return row
}

const frenchOffice =
  'Nom;Prénom;Courriel;Organisme;Fonction;Pays;Ville;Langues parlées;Téléphone\r\n' +
  'Diop;Amadou;amadou.diop@peers.example;Ville de Thiès;Chargé du budget;Sénégal;Thiès;français (courant), wolof (langue maternelle);+221 77 000 00 00\r\n' +
  'Kouassi;Aya;aya@peers.example;Mairie d’Abidjan;Secrétaire générale;Côte d’Ivoire;Abidjan;français;\r\n'

test('a French office’s file reads the same from Windows-1252, UTF-8 with and without mark, and UTF-16', () => {
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(frenchOffice, (letter) => letter.charCodeAt(0)).buffer),
  ])
  const forms = [windows1252(frenchOffice), utf8(frenchOffice), utf8(`\ufeff${frenchOffice}`), utf16]
  for (const bytes of forms) {
    const [amadou, aya] = read(bytes)
    expect(amadou?.person).toMatchObject({
      name: 'Amadou Diop',
      email: 'amadou.diop@peers.example',
      organisation: 'Ville de Thiès',
      title: 'Chargé du budget',
      country: 'SN',
      city: 'Thiès',
      zone: '',
      likelyZone: 'Africa/Dakar',
      phone: '+221 77 000 00 00',
      languages: [
        { language: 'fr', level: 'fluent' },
        { language: 'wo', level: 'native' },
      ],
    })
    expect(aya?.person).toMatchObject({ country: 'CI', organisation: 'Mairie d’Abidjan', likelyZone: 'Africa/Abidjan' })
  }
})

test('commas, semicolons and tabs are told apart, also where a cell holds the others', () => {
  for (const separator of [',', ';', '\t']) {
    const file = [
      ['Full name', 'E-mail address', 'Employer'],
      ['Ana Morales', 'ana@peers.example', '"Treasury; Debt, and Tax"'],
    ]
    expect(first(file.map((cells) => cells.join(separator)).join('\n')).person).toMatchObject({
      name: 'Ana Morales',
      organisation: 'Treasury; Debt, and Tax',
    })
  }
})

test('a quoted cell may hold line breaks, and lines are counted as a spreadsheet counts them', () => {
  const rows = read(
    'Name,Email,Organisation\n"Ana\nMorales",ana@peers.example,"Alcaldía de Medellín\r\nHacienda"\n\nKofi,not an address,\n',
  )
  expect(rows[0]?.person).toMatchObject({ name: 'Ana Morales', organisation: 'Alcaldía de Medellín Hacienda' })
  expect(rows[1]).toMatchObject({ line: 4, person: null, refusals: [{ why: 'badEmail', text: 'not an address' }] })
})

test('a quotation mark that never closes does not swallow the people after it', () => {
  const rows = read('Name,Email\n"Ana Morales,ana@peers.example\nKofi Mensah,kofi@peers.example\n')
  expect(rows.map((row) => row.email)).toEqual(['ana@peers.example', 'kofi@peers.example'])
})

test('a title over the headings, Excel’s first line and a file without headings are understood', () => {
  expect(
    first('Participants of the founding event\n\nName;Email;Country\nAna;ana@peers.example;CO').person?.country,
  ).toBe('CO')
  expect(first('sep=;\r\nName;Email\r\nAna, of Medellín;ana@peers.example')).toMatchObject({
    line: 3,
    name: 'Ana, of Medellín',
  })
  const headless = readTable('Ana Morales;ana@peers.example\nKofi Mensah;kofi@peers.example')
  expect(headless.headings).toEqual([])
  expect(guessColumns(headless)).toEqual([null, 'email'])
})

test('headings in other words are guessed, and a salutation is no job', () => {
  const table = readTable(
    'Title,Participant name,Work e-mail of participant,Home organisation,Current position held,Country of residence,Preferred language of e-mails,' +
      'Languages spoken,In post since,Supervisor,Supervisor e-mail,Hours per month,Authorised until,Remarks\n' +
      'Ms,Ana,ana@peers.example,Medellín,Clerk,CO,English,es,2020,Boss,boss@peers.example,6,2027-12-31,vegetarian\n',
  )
  expect(guessColumns(table)).toEqual([
    null,
    'name',
    'email',
    'organisation',
    'title',
    'country',
    'locale',
    'languages',
    'postSince',
    'authoriserName',
    'authoriserEmail',
    'authoriserHours',
    'authoriserUntil',
    null,
  ])
})

test('what is said of the authoriser is kept for others, as written', () => {
  const row = first(
    'Name,Email,Supervisor,Supervisor email,Hours a month,Authorised until\nAna,ana@peers.example,J. Restrepo,jr@m.example,6,31/12/2027',
  )
  expect(row.person?.extra).toEqual({
    authoriserName: 'J. Restrepo',
    authoriserEmail: 'jr@m.example',
    authoriserHours: '6',
    authoriserUntil: '31/12/2027',
  })
})

test('each thing wrong with a line is named, and lines without fault are taken beside it', () => {
  const rows = read(
    'Name,Email,Country,Time zone,Languages\n' +
      'Good,good@peers.example,Ghana,Africa/Accra,"English, Akan"\n' +
      ',nobody@peers.example,Ghana,,\n' +
      'No address,,Ghana,,\n' +
      'Two,a@peers.example; b@peers.example,Ghana,,\n' +
      'Lost,lost@peers.example,Atlantis,,\n' +
      'Late,late@peers.example,Ghana,Mars/Base,\n' +
      'Quiet,quiet@peers.example,Ghana,,"English; Klingon"\n' +
      'Again,GOOD@peers.example,Ghana,,\n' +
      `${'Long '.repeat(60)},long@peers.example,,,\n`,
  )
  expect(rows.map(({ refusals }) => refusals)).toEqual([
    [],
    [{ why: 'noName' }],
    [{ why: 'noEmail' }],
    [{ why: 'severalEmails', text: 'a@peers.example; b@peers.example' }],
    [{ why: 'unknownCountry', text: 'Atlantis' }],
    [{ why: 'unknownZone', text: 'Mars/Base' }],
    [{ why: 'unknownLanguage', text: 'Klingon' }],
    [{ why: 'doubled', text: 'good@peers.example', line: 2 }],
    [{ why: 'tooLong', field: 'name' }],
  ])
  expect(rows.map(({ person }) => person !== null)).toEqual([true, ...Array(8).fill(false)])
})

test('of two lines with one address the first good one is taken', () => {
  const rows = read('Name,Email,Country\nAna,ana@peers.example,Atlantis\nAna,ana@peers.example,Colombia\n')
  expect(rows.map(({ refusals }) => refusals.map(({ why }) => why))).toEqual([['unknownCountry', 'doubled'], []])
})

test('the zone follows the country, the city where that decides, and is asked where it does not', () => {
  const rows = read(
    'Name,Email,Country,City\nA,a@x.example,Ghana,Kumasi\nB,b@x.example,Brasil,Manaus\nC,c@x.example,Canada,Gatineau\nD,d@x.example,,\nE,e@x.example,Argentina,Rosario\n',
  )
  expect(rows.map(({ person }) => person?.likelyZone)).toEqual([
    'Africa/Accra',
    'America/Manaus',
    'America/Toronto',
    'Europe/Brussels',
    'America/Argentina/Buenos_Aires',
  ])
  expect(rows.map(({ remarks }) => remarks[0]?.about)).toEqual([
    'zoneGuessed',
    'zoneGuessed',
    'zoneUnsure',
    'zoneOfAgency',
    'zoneGuessed',
  ])
})

test('workbooks, pictures and empty files are turned away with the reason', () => {
  expect(openRoster(Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]))).toEqual({ fault: 'workbook' })
  expect(openRoster(Uint8Array.from({ length: 500 }, (_, index) => index % 29))).toEqual({ fault: 'notText' })
  expect(openRoster(utf8(' \r\n '))).toEqual({ fault: 'empty' })
  expect(openRoster(utf8('Name,Email\n,\n'))).toEqual({ fault: 'nobody' })
  expect(openRoster(utf8(`Name,Email\n${'A,a@x.example\n'.repeat(10_001)}`))).toEqual({ fault: 'tooMany' })
})

test('5,000 lines are read in about a second', () => {
  const countries = ['Ghana', 'Côte d’Ivoire', 'Colombia', 'Tunisie', 'Deutschland']
  const lines = Array.from(
    { length: 5_000 },
    (_, index) =>
      `Person ${index};p${index}@peers.example;Office ${index % 300};${countries[index % 5]};English (fluent), fr`,
  )
  const started = performance.now()
  const rows = read(`Name;Email;Organisation;Country;Languages\n${lines.join('\n')}`)
  expect(rows.filter(({ person }) => person)).toHaveLength(5_000)
  expect(performance.now() - started).toBeLessThan(2_500)
})

test('the apostrophe that keeps a spreadsheet from running a cell is not part of it', () => {
  expect(first("Name,Email,Phone\nAna,ana@peers.example,'+57 300").person?.phone).toBe('+57 300')
  expect(first("Name,Email\n'Aoife O'Brien,aoife@peers.example").person?.name).toBe("'Aoife O'Brien")
})

test('no bytes and no text make the reader fail', () => {
  const separator = fc.constantFrom(',', ';', '\t', '|')
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '"',
      '""',
      '"\n',
      'ana@peers.example',
      'Name',
      'E-mail',
      'Pays',
      'English (',
      '- ',
      'sep=;',
      "'=1+1",
      '\ud800',
      '+03:00',
      '99999',
    ),
  )
  const file = fc.tuple(separator, fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }))
  fc.assert(
    fc.property(file, ([by, lines]) => survives(utf8(lines.map((cells) => cells.join(by)).join('\n')))),
    { numRuns: 400 },
  )
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), survives), { numRuns: 400 })
})

function survives(bytes: Uint8Array): boolean {
  decodeText(bytes)
  const opened = openRoster(bytes)
  if ('fault' in opened) return true
  const everything = guessColumns(opened.table).map(
    (field, index) =>
      field ?? (['name', 'email', 'country', 'languages', 'zone', 'postSince'] as const)[index % 6] ?? null,
  )
  const rows = [guessColumns(opened.table), everything].flatMap((columns) =>
    readRoster(opened.table, { columns, zones: {} }, agency),
  )
  return rows.every(
    ({ person, refusals }) => (person === null) === refusals.length > 0 && !JSON.stringify(person).includes('\\u0000'),
  )
}
