import { z } from 'zod'
import type { PersonRecord } from '../person-record.ts'
import type { MergeChoice } from './merge.ts'

/** What of a person one of two records can say differently. */
export const mergedFields = ['name', 'email', 'country', 'city', 'zone', 'locale', 'phone', 'note'] as const
export type MergedField = (typeof mergedFields)[number]

/** Which record goes on, and for each value whose counts; where nothing was chosen, that of the record that goes on. */
export function mergeForm(one: PersonRecord, other: PersonRecord) {
  const whose = z.enum([one.id, other.id])
  return z.looseObject({ keep: whose }).transform((typed): MergeChoice => {
    const kept = typed.keep === other.id ? other : one
    const gone = kept === one ? other : one
    const owner = (field: MergedField) => (typed[`value.${field}`] === gone.id ? gone : kept)
    return {
      agencyId: kept.agencyId,
      keptId: kept.id,
      goneId: gone.id,
      values: {
        name: owner('name').name,
        email: owner('email').email,
        country: owner('country').country,
        city: owner('city').city,
        zone: owner('zone').zone,
        locale: owner('locale').locale,
        phone: owner('phone').phone,
        note: owner('note').note,
      },
    }
  })
}
