/** What an organisation is. */
export const organisationKinds = [
  'national',
  'regional',
  'local',
  'public body',
  'civil society',
  'academy',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** By how many people work there, from the smallest: under 50, under 250, under 1,000, and more. */
export const organisationSizes = ['tiny', 'small', 'middle', 'large'] as const
export type OrganisationSize = (typeof organisationSizes)[number]
