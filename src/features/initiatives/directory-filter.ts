import { isUuid } from '../../platform/web/uuid.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import type { DirectoryFilter } from './directory-store.ts'

export const directoryPageSize = 50

const states = ['listed', 'invited', 'active', 'not_now', 'paused', 'left']

/** The filter in the address. What nobody could have chosen filters nothing. */
export function readFilter(c: VisitContext): DirectoryFilter {
  const asked = (name: keyof DirectoryFilter) => (c.req.query(name) ?? '').replaceAll('\0', '').trim().slice(0, 100)
  const id = (name: keyof DirectoryFilter) => (isUuid(asked(name)) ? asked(name) : '')
  return {
    text: asked('text'),
    organisation: id('organisation'),
    country: asked('country'),
    language: asked('language'),
    offer: id('offer'),
    want: id('want'),
    state: states.includes(asked('state')) ? asked('state') : '',
  }
}

export function isFiltering(filter: DirectoryFilter): boolean {
  return Object.values(filter).some(Boolean)
}

/** The same filter as a query, with what else is to stand there. */
export function filterQuery(filter: DirectoryFilter, more: Record<string, string> = {}): string {
  const query = new URLSearchParams(Object.entries({ ...filter, ...more }).filter(([, value]) => value !== ''))
  return query.size > 0 ? `?${query}` : ''
}

/** Which page of the list is asked for, from 1. */
export function readPageNumber(c: VisitContext): number {
  const asked = Number(c.req.query('page'))
  return Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
}
