import { isZone } from '../../platform/clock.ts'

// Windows' own names for zones, which Outlook writes: those of CLDR's windowsZones, each with its chief zone.
const windows = `
Afghanistan Standard Time=Asia/Kabul|Arab Standard Time=Asia/Riyadh|Arabian Standard Time=Asia/Dubai
Arabic Standard Time=Asia/Baghdad|Argentina Standard Time=America/Argentina/Buenos_Aires
Atlantic Standard Time=America/Halifax|AUS Eastern Standard Time=Australia/Sydney|Azerbaijan Standard Time=Asia/Baku
Bangladesh Standard Time=Asia/Dhaka|Belarus Standard Time=Europe/Minsk|Caucasus Standard Time=Asia/Yerevan
Cen. Australia Standard Time=Australia/Adelaide|Central America Standard Time=America/Guatemala
Central Asia Standard Time=Asia/Bishkek|Central Brazilian Standard Time=America/Cuiaba
Central Europe Standard Time=Europe/Budapest|Central European Standard Time=Europe/Warsaw
Central Standard Time=America/Chicago|Central Standard Time (Mexico)=America/Mexico_City|China Standard Time=Asia/Shanghai
E. Africa Standard Time=Africa/Nairobi|E. Australia Standard Time=Australia/Brisbane|E. Europe Standard Time=Europe/Chisinau
E. South America Standard Time=America/Sao_Paulo|Eastern Standard Time=America/New_York
Egypt Standard Time=Africa/Cairo|Fiji Standard Time=Pacific/Fiji|FLE Standard Time=Europe/Kyiv
Georgian Standard Time=Asia/Tbilisi|GMT Standard Time=Europe/London|Greenwich Standard Time=Atlantic/Reykjavik
GTB Standard Time=Europe/Bucharest|India Standard Time=Asia/Kolkata|Iran Standard Time=Asia/Tehran
Israel Standard Time=Asia/Jerusalem|Jordan Standard Time=Asia/Amman|Korea Standard Time=Asia/Seoul
Libya Standard Time=Africa/Tripoli|Middle East Standard Time=Asia/Beirut|Morocco Standard Time=Africa/Casablanca
Mountain Standard Time=America/Denver|Myanmar Standard Time=Asia/Yangon|N. Central Asia Standard Time=Asia/Novosibirsk
Namibia Standard Time=Africa/Windhoek|Nepal Standard Time=Asia/Kathmandu|New Zealand Standard Time=Pacific/Auckland
Newfoundland Standard Time=America/St_Johns|Pacific SA Standard Time=America/Santiago
Pacific Standard Time=America/Los_Angeles|Pakistan Standard Time=Asia/Karachi|Paraguay Standard Time=America/Asuncion
Romance Standard Time=Europe/Paris|Russian Standard Time=Europe/Moscow|SA Eastern Standard Time=America/Cayenne
SA Pacific Standard Time=America/Bogota|SA Western Standard Time=America/La_Paz|SE Asia Standard Time=Asia/Bangkok
Singapore Standard Time=Asia/Singapore|South Africa Standard Time=Africa/Johannesburg
South Sudan Standard Time=Africa/Juba|Sri Lanka Standard Time=Asia/Colombo|Sudan Standard Time=Africa/Khartoum
Syria Standard Time=Asia/Damascus|Taipei Standard Time=Asia/Taipei|Tokyo Standard Time=Asia/Tokyo
Turkey Standard Time=Europe/Istanbul|Ulaanbaatar Standard Time=Asia/Ulaanbaatar|UTC=UTC
Venezuela Standard Time=America/Caracas|W. Central Africa Standard Time=Africa/Lagos
W. Europe Standard Time=Europe/Berlin|West Asia Standard Time=Asia/Tashkent`

const byWindowsName = new Map(
  windows
    .trim()
    .split(/[|\n]/)
    .map((pair) => pair.split('=') as [string, string]),
)

/** The IANA zone a calendar means by a TZID: its own name, one with a maker's path before it, or Windows' name. */
export function zoneOf(tzid: string): string | null {
  const name = tzid.replace(/^"|"$/g, '')
  const tail = name.split('/').slice(-2).join('/')
  const longTail = name.split('/').slice(-3).join('/')
  return byWindowsName.get(name) ?? [name, longTail, tail].find((one) => one.includes('/') && isZone(one)) ?? null
}
