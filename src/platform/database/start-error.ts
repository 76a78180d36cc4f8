/**
 * A reason not to start that the operator must read: one sentence that says what is wrong and what to do.
 * The command line prints `message` alone, without a stack.
 */
export class StartError extends Error {
  override name = 'StartError'
}
