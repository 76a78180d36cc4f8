import { z } from 'zod'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { zonesOf } from '../zones.ts'
import { chosenColumns, doubledFields, missingFields } from './mapping.ts'
import type { RosterMapping } from './read-roster.ts'
import { rowWords } from './row-words.ts'
import type { words } from './words.ts'

type Words = ReturnType<typeof words>

/** The columns as chosen on the mapping page: a name and an address, and no field twice. */
export function mappingForm(locale: Locale, t: Words, width: number) {
  const fields = rowWords(locale)
  const names = Array.from({ length: width }, (_, column) => `column.${column}`)
  return z.looseObject({}).transform((typed, ctx) => {
    const columns = chosenColumns(names.map((name) => String(typed[name] ?? '')))
    for (const field of doubledFields(columns)) {
      const message = t.doubledField({ field: fields[`field ${field}`] })
      ctx.addIssue({ code: 'custom', path: [`column.${columns.lastIndexOf(field)}`], message })
    }
    for (const field of missingFields(columns)) {
      const message = { name: t.missingName, email: t.missingEmail }[field]
      ctx.addIssue({ code: 'custom', path: ['_columns'], message })
    }
    return columns
  })
}

/** The zone chosen for each country that has several; what is not one of the country's is left as it was. */
export function chosenZones(typed: Record<string, unknown>, before: RosterMapping['zones']): RosterMapping['zones'] {
  const zones = { ...before }
  for (const [name, zone] of Object.entries(typed)) {
    const country = /^zone\.([A-Z]{2})$/.exec(name)?.[1]
    if (country && typeof zone === 'string' && zonesOf(country).includes(zone)) zones[country] = zone
  }
  return zones
}

const mostBytes = 5 * 1024 * 1024

/** The file sent or the text pasted, or what is wrong with it, by field. */
export async function readUpload(
  t: Words,
  typed: Record<string, unknown>,
): Promise<{ name: string; bytes: Uint8Array; field: 'file' | 'pasted' } | { errors: Record<string, string> }> {
  const { file, pasted } = typed
  if (file instanceof File && file.size > 0) {
    if (file.size > mostBytes) return { errors: { file: t.tooLarge } }
    return { name: fileName(file.name), bytes: new Uint8Array(await file.arrayBuffer()), field: 'file' }
  }
  if (typeof pasted !== 'string' || pasted.trim() === '') return { errors: { file: t.noFile } }
  return { name: t.pastedName, bytes: new TextEncoder().encode(pasted), field: 'pasted' }
}

function fileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/[\p{C}]/gu, '').slice(-120) || 'roster.csv'
}
