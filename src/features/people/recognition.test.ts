import { expect, test } from 'vitest'
import { countryName, languageName } from '../../platform/i18n/names.ts'
import { countryCodes, findCountry } from './countries.ts'
import { findLanguage, languageCodes, readLanguages } from './languages.ts'
import { isDayFirst, readDay } from './roster/day.ts'
import { zoneNames } from '../../platform/i18n/zone-names.ts'
import { findZone, guessZone, hasSeveralClocks, zonesOf } from './zones.ts'

test('every country is found by its codes and by the names this system shows for it', () => {
  for (const code of countryCodes) {
    for (const name of [code, countryName('en', code), countryName('fr', code)])
      expect(`${name} ${findCountry(name)}`).toBe(`${name} ${code}`)
  }
})

test.each([
  ['GBR', 'GB'],
  ['U.K.', 'GB'],
  ['cote divoire', 'CI'],
  ['Ivory Coast', 'CI'],
  ['RDC', 'CD'],
  ['Viet Nam', 'VN'],
  ['Perú', 'PE'],
  ['Deutschland', 'DE'],
  ['Österreich', 'AT'],
  ['تونس', 'TN'],
  ['日本', 'JP'],
  ['The Gambia', 'GM'],
  ['TURKEY', 'TR'],
  ['Swaziland', 'SZ'],
  ['Republic of Kenya', 'KE'],
  ['Iran (Islamic Republic of)', 'IR'],
  ['Niger', 'NE'],
  ['Atlantis', null],
  ['', null],
  ['__proto__', null],
])('the country %s is %s', (written, code) => {
  expect(findCountry(written)).toBe(code)
})

test('every language is found by its code and by the names this system shows for it', () => {
  for (const code of languageCodes) {
    for (const name of [code, languageName('en', code), languageName('fr', code)]) {
      const found = findLanguage(name)
      expect(found && languageName('en', found)).toBe(languageName('en', code))
    }
  }
})

const spoken = (cell: string) => readLanguages(cell).spoken.map(({ language, level }) => `${language} ${level}`)

test.each([
  ['English (fluent); fr', ['en fluent', 'fr null']],
  ['English/French/Arabic', ['en null', 'fr null', 'ar null']],
  ['anglais C1, français langue maternelle', ['en fluent', 'fr native']],
  ['Fluent English and basic French', ['en fluent', 'fr basic']],
  ['English - B2\nespañol: nativo', ['en working', 'es native']],
  ['English (read, written)', ['en null']],
  ['English - French', ['en null', 'fr null']],
  ['en-GB | fr_CA', ['en null', 'fr null']],
  ['العربية', ['ar null']],
  ['', []],
])('the languages ‘%s’ are read', (cell, expected) => {
  expect(spoken(cell)).toEqual(expected)
})

test('a language nobody knows is told apart from those beside it', () => {
  expect(readLanguages('English, Klingon (fluent)')).toEqual({
    spoken: [{ language: 'en', level: null }],
    unknown: ['Klingon (fluent)'],
  })
})

test.each([
  ['Africa/Accra', 'GH', 'Africa/Accra'],
  ['africa/accra', null, 'Africa/Accra'],
  ['Asia/Calcutta', 'IN', 'Asia/Kolkata'],
  ['Asia/Kolkata', null, 'Asia/Kolkata'],
  ['Bogotá', 'CO', 'America/Bogota'],
  ['Paris time', null, 'Europe/Paris'],
  ['GMT+3', 'KE', 'Africa/Nairobi'],
  ['UTC-05:00', 'CO', 'America/Bogota'],
  ['CET', 'FR', 'Europe/Paris'],
  ['GMT', 'GH', 'Africa/Accra'],
  ['UTC', null, 'UTC'],
  ['GMT+3', 'CO', null],
  ['GMT+3', null, null],
  ['CET', 'KE', null],
  ['Mars/Base', 'KE', null],
])('the zone ‘%s’ in %s is %s', (written, country, zone) => {
  expect(findZone(written, country)).toBe(zone)
})

test('every zone to choose is one the runtime can reckon with, under its current name', () => {
  for (const zone of zoneNames)
    expect(Temporal.Instant.from('2026-11-24T09:00Z').toZonedDateTimeISO(zone).timeZoneId).toBe(zone)
  expect(zoneNames).toContain('Europe/Kyiv')
  expect(zoneNames).not.toContain('Asia/Calcutta')
})

test('the zone of a country is its capital’s, and is unsure only where clocks differ', () => {
  expect(zonesOf('BR')[0]).toBe('America/Sao_Paulo')
  expect(['GH', 'AR', 'DE', 'CN', 'CA', 'BR', 'ID', 'ES'].filter(hasSeveralClocks)).toEqual(['CA', 'BR', 'ID', 'ES'])
  expect(guessZone('BR', 'São Paulo')).toEqual({ zone: 'America/Sao_Paulo', isUnsure: false })
  expect(guessZone('BR', 'Sorocaba')).toEqual({ zone: 'America/Sao_Paulo', isUnsure: true })
  const nowhere = countryCodes.filter((code) => guessZone(code, '') === null)
  expect(nowhere).toEqual(['BV', 'HM'])
})

test.each([
  ['2024-09-01', '2024-09-01'],
  ['1/9/2024', '2024-09-01'],
  ['01.09.24', '2024-09-01'],
  ['9/2024', '2024-09-01'],
  ['2024', '2024-01-01'],
  ['1er septembre 2024', '2024-09-01'],
  ['Sept. 2024', '2024-09-01'],
  ['45536', '2024-09-01'],
  ['2024-09-01 00:00:00', '2024-09-01'],
  ['31/02/2024', undefined],
  ['some time ago', undefined],
  ['', undefined],
  ['0001-01-01', undefined],
])('the day ‘%s’ is %s', (written, day) => {
  expect(readDay(written)?.toString()).toBe(day)
})

test('dates put the month first when one of them could not be read otherwise', () => {
  expect(isDayFirst(['03/04/2025', '25/12/2024'])).toBe(true)
  expect(isDayFirst(['03/04/2025', '12/25/2024'])).toBe(false)
  expect(readDay('03/04/2025', false)?.toString()).toBe('2025-03-04')
})
