/** What every form page takes, so that what was typed comes back with what is wrong with it. */
export interface FormState {
  values: Record<string, string | string[]>
  /** By field name. A name that begins with `_` speaks about the whole form and gets no link. */
  errors: Record<string, string>
}

export const emptyForm: FormState = { values: {}, errors: {} }

export function valueOf(state: FormState, name: string): string {
  const value = state.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

export function valuesOf(state: FormState, name: string): string[] {
  const value = state.values[name]
  return value === undefined ? [] : [value].flat()
}

export function hasErrors(state: FormState | undefined): boolean {
  return state !== undefined && Object.keys(state.errors).length > 0
}

/** The id of a field's first control, which its label and the error summary point at. */
export function fieldId(name: string, form?: string | undefined): string {
  const id = name.replace(/[^A-Za-z0-9_-]+/g, '-')
  return form ? `${form}-${id}` : id
}
