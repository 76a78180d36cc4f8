/** Whole numbers 0 .. size-1 that can be added and multiplied: the integers modulo `size`, or a finite field. */
export interface Ring {
  size: number
  add(a: number, b: number): number
  multiply(a: number, b: number): number
  /** Elements whose sums reach every element. */
  generators: number[]
}

/** A finite field: `power[k]` is the k-th power of a primitive element, so that it runs through all elements but 0. */
export interface Field extends Ring {
  power: number[]
}

/**
 * The integers modulo n.
 *
 * @example integersModulo(10).multiply(4, 7) // 8
 */
export function integersModulo(n: number): Ring {
  return { size: n, add: (a, b) => (a + b) % n, multiply: (a, b) => (a * b) % n, generators: [1 % n] }
}

/**
 * The finite field with q elements, or undefined where q is no power of a prime. An element is written as the number
 * whose digits in base p are the coefficients of a polynomial; 0 and 1 are what they look like.
 *
 * Method: E. Galois 1830: polynomials modulo one of which x is a primitive root; that one is found by trying.
 *
 * @example finiteField(9)?.add(5, 7) // 0, for 12 + 21 = 00 in base 3
 */
export function finiteField(q: number): Field | undefined {
  const prime = primePowerBase(q)
  if (!prime) return undefined
  const add = (a: number, b: number) => addDigits(a, b, prime)
  const generators: number[] = []
  for (let digit = 1; digit < q; digit *= prime) generators.push(digit)
  const power = powersOfPrimitive(q, prime)
  const log = new Int32Array(q)
  for (const [exponent, element] of power.entries()) log[element] = exponent
  const multiply = (a: number, b: number) => (a === 0 || b === 0 ? 0 : power[(log[a]! + log[b]!) % (q - 1)]!)
  return { size: q, add, multiply, generators, power }
}

/**
 * The prime whose power q is, or 0 where there is none (for a fraction, too).
 *
 * @example primePowerBase(27) // 3
 */
export function primePowerBase(q: number): number {
  if (!Number.isInteger(q) || q < 2) return 0
  let prime = 2
  while (q % prime !== 0) prime++
  let rest = q
  while (rest % prime === 0) rest /= prime
  return rest === 1 ? prime : 0
}

function addDigits(a: number, b: number, prime: number): number {
  let sum = 0
  for (let place = 1; a > 0 || b > 0; place *= prime) {
    sum += place * (((a % prime) + (b % prime)) % prime)
    a = Math.floor(a / prime)
    b = Math.floor(b / prime)
  }
  return sum
}

function powersOfPrimitive(q: number, prime: number): number[] {
  if (q === prime) {
    for (let root = 1; ; root++) {
      const power = orbit((element) => (element * root) % prime)
      if (power.length === q - 1) return power
    }
  }
  const top = q / prime
  for (let tail = 1; ; tail++) {
    const timesX = (element: number) => {
      let product = (element % top) * prime
      for (let carry = Math.floor(element / top); carry > 0; carry--) product = addDigits(product, tail, prime)
      return product
    }
    const power = orbit(timesX)
    if (power.length === q - 1) return power
  }
}

/** 1, next(1), next(next(1)) ... until something comes again. */
function orbit(next: (element: number) => number): number[] {
  const seen = new Set<number>()
  for (let element = 1; element !== 0 && !seen.has(element); element = next(element)) seen.add(element)
  return [...seen]
}
