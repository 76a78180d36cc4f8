import { createContext, useContext } from 'hono/jsx'

/** The few words the kit says by itself. The caller's catalogue fills them; the kit knows no catalogue. */
export interface UiTexts {
  /** Name of the product or the agency, in the masthead and after each title. */
  brand: string
  skip: string
  menu: string
  /** Names the main navigation for a screen reader. */
  navigation: string
  /** Spoken between the initials and the name: 'Your account'. */
  account: string
  language: string
  problem: string
  /** Goes before the title and, unseen, before each message at a field. */
  error: string
  optional: string
  /** First, empty line of a select. */
  choose: string
  yes: string
  no: string
  day: string
  month: string
  year: string
  pages: string
  previous: string
  next: string
  /** Unseen, before an urgent row. */
  urgent: string
  /** Unseen, after a finished step. */
  done: string
}

export const englishTexts: UiTexts = {
  brand: 'Perennial',
  skip: 'Skip to main content',
  menu: 'Menu',
  navigation: 'Main',
  account: 'Your account',
  language: 'Language',
  problem: 'There is a problem',
  error: 'Error',
  optional: '(optional)',
  choose: 'Choose one',
  yes: 'Yes',
  no: 'No',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  urgent: 'Urgent',
  done: 'done',
}

export const TextsContext = createContext<UiTexts>(englishTexts)

export function useTexts(): UiTexts {
  return useContext(TextsContext)
}
