import { currentZoneName, formerZoneNames, zoneNames } from '../../platform/i18n/zone-names.ts'
import { fold } from './folding.ts'

// Where a country has several zones: that of its capital or, for Kazakhstan's old lists, of its seat of government.
const capitals: Record<string, string> = {
  AQ: 'Antarctica/McMurdo',
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  FM: 'Pacific/Pohnpei',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty',
  MH: 'Pacific/Majuro',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  UM: 'Pacific/Midway',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
  XK: 'Europe/Belgrade',
}

// Winter and summer on both hemispheres tell zones apart that matter to somebody who arranges a call.
const probes = [Temporal.Instant.from('2026-01-15T12:00Z'), Temporal.Instant.from('2026-07-15T12:00Z')]

const byName = new Map<string, string>([
  ...formerZoneNames.map((old) => [fold(old), currentZoneName(old)] as const),
  ...zoneNames.map((zone) => [fold(zone), zone] as const),
])
let byCity: Map<string, string> | undefined
const ofCountry = new Map<string, string[]>()

/** The zones of a country, its capital's first. */
export function zonesOf(country: string): string[] {
  const known = ofCountry.get(country)
  if (known) return known
  const listed = new Intl.Locale(`und-${country}`).getTimeZones?.() ?? []
  const zones = [...new Set([...(capitals[country] ? [capitals[country]] : []), ...listed.map(currentZoneName)])]
  ofCountry.set(country, zones)
  return zones
}

// All of them keep the capital's time by law, whatever the list of zones says.
const withOneClock = new Set(['CN', 'UA'])

/** Whether two people of one country may read different clocks. */
export function hasSeveralClocks(country: string): boolean {
  return !withOneClock.has(country) && new Set(zonesOf(country).map((zone) => offsetsOf(zone).join())).size > 1
}

const offsets = new Map<string, number[]>()

/** Minutes from UTC in January and in July. */
function offsetsOf(zone: string): number[] {
  const known = offsets.get(zone) ?? probes.map((probe) => probe.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9)
  offsets.set(zone, known)
  return known
}

/** The zone of a country, its capital's, and whether somebody should look at it because the city did not decide. */
export function guessZone(country: string, city: string): { zone: string; isUnsure: boolean } | null {
  const zones = zonesOf(country)
  const first = zones[0]
  if (first === undefined) return null
  const here = city === '' ? undefined : zones.find((zone) => cityOf(zone) === fold(city))
  return here ? { zone: here, isUnsure: false } : { zone: first, isUnsure: hasSeveralClocks(country) }
}

/** The zone meant by an IANA name, a city that gives a zone its name, or an offset that fits the country. */
export function findZone(text: string, country: string | null): string | null {
  const folded = fold(text)
  if (/^(utc|gmt|z|etc utc|etc gmt)( 0+)*$/.test(folded) && country === null) return 'UTC'
  const named = byName.get(folded)
  if (named) return named
  byCity ??= new Map(zoneNames.toReversed().map((zone) => [cityOf(zone), zone]))
  return byCity.get(folded.replace(/ time$/, '').replace(/^heure (de |d )?/, '')) ?? zoneByOffset(text, country)
}

// Hours from UTC of the abbreviations that mean one thing where the country is known too.
const abbreviations: Record<string, number> = {
  gmt: 0,
  utc: 0,
  wet: 0,
  bst: 1,
  west: 1,
  cet: 1,
  wat: 1,
  cest: 2,
  eet: 2,
  cat: 2,
  sast: 2,
  eest: 3,
  eat: 3,
  msk: 3,
  ast: -4,
  edt: -4,
  est: -5,
  cdt: -5,
  cst: -6,
  mdt: -6,
  mst: -7,
  pdt: -7,
  pst: -8,
  ist: 5.5,
  pkt: 5,
  wib: 7,
  jst: 9,
}

function zoneByOffset(text: string, country: string | null): string | null {
  const read = /^\s*(?:UTC|GMT)?\s*([+−-])?\s*(\d{1,2})(?::?([0-5]\d))?\s*h?\s*$/i.exec(text)
  const hours = abbreviations[fold(text)] ?? (read && Number(read[2]) + Number(read[3] ?? 0) / 60)
  if (country === null || hours === null) return null
  const minutes = (/[−-]/.test(read?.[1] ?? '') ? -60 : 60) * hours
  return zonesOf(country).find((zone) => offsetsOf(zone).includes(minutes)) ?? null
}

function cityOf(zone: string): string {
  return fold(zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '))
}
