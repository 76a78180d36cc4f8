/** The processor's time, so that a busy machine does not shorten a search. */
export function milliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
