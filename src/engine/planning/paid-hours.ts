/**
 * Hours with a price, and which choices may still take each. A plan costs what its choices cost less the prices of all
 * hours; so an hour that nobody takes makes it dearer by its price than the choices say.
 */
export class PaidHours {
  /** Prices of hours that nobody can take any more. */
  lost = 0
  /** The choices that take each hour, by number of the hour. */
  readonly takers: readonly number[][]
  private readonly price: readonly number[]
  private readonly hoursOf: readonly number[][]
  private readonly left: Int32Array
  private readonly waiting: number[] = []

  constructor(price: readonly number[], takers: readonly number[][], choices: number) {
    this.price = price
    this.takers = takers
    this.hoursOf = Array.from({ length: choices }, () => [])
    this.left = Int32Array.from(takers, (own) => own.length)
    for (const [hour, own] of takers.entries()) {
      for (const choice of own) this.hoursOf[choice]!.push(hour)
      if (own.length === 0) this.lost += price[hour]!
      this.waiting.push(hour)
    }
  }

  /** Notes that a choice is gone. */
  drop(choice: number): void {
    for (const hour of this.hoursOf[choice]!) {
      if (--this.left[hour]! === 0) this.lost += this.price[hour]!
      this.waiting.push(hour)
    }
  }

  /** Notes that a choice is there again. */
  revive(choice: number): void {
    for (const hour of this.hoursOf[choice]!) if (this.left[hour]!++ === 0) this.lost -= this.price[hour]!
  }

  /** An hour that has fewer takers than before and must not be lost where so much is left to lose; -1: there is none. */
  next(slack: number): number {
    while (this.waiting.length > 0) {
      const hour = this.waiting.pop()!
      if (this.left[hour]! > 0 && this.price[hour]! > slack) return hour
    }
    return -1
  }
}
