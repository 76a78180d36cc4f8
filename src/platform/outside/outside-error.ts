/** Why somebody's server was not asked, or gave no answer that can be used. */
export type OutsideTrouble = 'address' | 'unreachable' | 'large' | 'slow'

/** A server outside could not be asked; `trouble` says why, the message is for the log and names no address. */
export class OutsideError extends Error {
  readonly trouble: OutsideTrouble
  constructor(trouble: OutsideTrouble, message: string, options?: ErrorOptions) {
    super(message, options)
    this.trouble = trouble
  }
}
