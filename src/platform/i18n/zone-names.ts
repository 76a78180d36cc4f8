// The runtime lists some zones by names that have since changed.
const renamed: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** Names that zones had once and that people may still type. */
export const formerZoneNames: readonly string[] = Object.keys(renamed)

/** An IANA zone by its current name: 'Asia/Calcutta' is 'Asia/Kolkata'. */
export function currentZoneName(zone: string): string {
  return renamed[zone] ?? zone
}

/** Every zone to choose from, by its current IANA name, in the order of the alphabet. */
export const zoneNames: readonly string[] = [
  ...new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(currentZoneName)]),
].toSorted()

/** Where this machine stands: a first guess for the person who sets it up. */
export function machineZone(): string {
  return currentZoneName(new Intl.DateTimeFormat().resolvedOptions().timeZone)
}
