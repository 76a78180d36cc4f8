/** An organisation as far as telling one from another goes. */
export interface KnownOrganisation {
  id: string
  name: string
  country: string | null
  city: string
}

/** The name without differences that nobody means: spaces, capitals, kinds of apostrophes and dashes. */
export function organisationKey(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .toLocaleLowerCase('en')
}

/**
 * The organisation meant by a name and perhaps a country: the one of that country; without a country on either side, the
 * one of that name if there is only one.
 */
export function findOrganisation(
  byKey: ReadonlyMap<string, readonly KnownOrganisation[]>,
  name: string,
  country: string | null,
): KnownOrganisation | undefined {
  const named = byKey.get(organisationKey(name)) ?? []
  if (country === null) return named.find((one) => one.country === null) ?? (named.length === 1 ? named[0] : undefined)
  return named.find((one) => one.country === country) ?? named.find((one) => one.country === null)
}

export function organisationsByKey(organisations: readonly KnownOrganisation[]): Map<string, KnownOrganisation[]> {
  return Map.groupBy(organisations, (one) => organisationKey(one.name))
}
