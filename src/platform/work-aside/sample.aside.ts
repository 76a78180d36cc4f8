/** The smallest work there is, to try the threads with: counts up, telling every step, and then does what it was told. */
export default function count(upTo: number | 'fail' | 'endless', tell: (done: number) => void): number {
  if (upTo === 'fail') throw new RangeError('There is nothing to count.')
  for (let at = 1; upTo === 'endless' || at <= upTo; at++) tell(at)
  return upTo * 2
}
