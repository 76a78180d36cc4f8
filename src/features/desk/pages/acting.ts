import type { Locale } from '../../../platform/i18n/catalogue.ts'
import type { FormState } from '../../../ui/form-state.ts'
import type { NextBest } from '../../matching/rematching.ts'

export type ActName = 'nudge' | 'call' | 'pause' | 'close' | 'aside'

/** A form that came back with a mistake: which one, and the row it belongs to. */
export interface Failed {
  about: string
  act: ActName | null
  state: FormState
}

/** What every row of the page needs to know. */
export interface Acting {
  locale: Locale
  /** The initiative's own path: acts lie under it. */
  home: string
  initiative: string
  zone: string
  now: Temporal.Instant
  isAdministrator: boolean
  /** The rhythm strips of the connections shown, by connection id. */
  strips: ReadonlyMap<string, number[]>
  /** The next best for whoever is without a connection, by person id. */
  candidates: ReadonlyMap<string, NextBest[]>
  /** The desk as it is asked for now, to which the row to be opened is added. */
  here: string
  /** What the row is about whose other ways are open. */
  open: string | undefined
  failed?: Failed | undefined
}
