/** The thing asked for does not exist, or is not the viewer's: both answer alike. */
export class NotHere extends Error {}

/** A change that cannot be made; `errors` maps a field, or `_form` for the whole form, to one sentence. */
export class FormMistake extends Error {
  readonly errors: Record<string, string>
  constructor(errors: Record<string, string> | string) {
    super('The form has a mistake.')
    this.errors = typeof errors === 'string' ? { _form: errors } : errors
  }
}

/** Returns the value, or answers 'not here' when there is none. */
export function orNotHere<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new NotHere()
  return value
}
