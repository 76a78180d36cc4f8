import type { z } from 'zod'
import { checkRotation, type RotationVerdict } from '../../engine/rotation/check-rotation.ts'
import { mostCleanRounds } from '../../engine/rotation/clean-rotation.ts'
import { moreCleanRounds } from '../../engine/rotation/more-clean-rounds.ts'
import { rotate } from '../../engine/rotation/rotate.ts'
import type { RotationRequest } from '../../engine/rotation/rotation-request.ts'
import { UsageError } from '../command.ts'
import { readJson, readText } from './engine-file.ts'
import { secondsFlag, wholeFlag } from './flags.ts'
import { rotationFile, rotationResult } from './rotation-json.ts'
import { type EngineVerb, FileFault } from './verb.ts'

type Flags = ReadonlyMap<string, string>
type Result = z.infer<typeof rotationResult>

export const rotateVerb: EngineVerb = {
  name: 'rotate',
  takes: '[FILE | --groups G --size P [--players N] [--rounds R]] [--seconds S] [--seed N]',
  says: 'rounds of groups in which people meet again as seldom as possible',
  help: `Without --rounds: as many rounds as it finds in which nobody meets twice.
With --players the last groups may be one smaller. FILE says who is absent, who met before, and which sizes are
allowed; docs/engine/rotate.md describes it. Players are numbered from 0.`,
  words: [0, 1],
  flags: ['groups', 'size', 'rounds', 'players', 'seconds', 'seed'],
  run([file], flags) {
    const seconds = secondsFlag(flags) ?? 1
    const limits = {
      seed: wholeFlag(flags, 'seed', 0) ?? 1,
      effort: Infinity,
      milliseconds: () => performance.now(),
      mostMilliseconds: seconds * 1000,
    }
    const request = file === undefined ? requestOf(flags) : readRequest(file, flags)
    if (request.rounds === undefined) return cleanResult(request, limits)
    const found = inWords(() => rotate(request as RotationRequest, limits))
    return { ...found, request } satisfies Result
  },
}

type Asked = Result['request']
type Limits = NonNullable<Parameters<typeof rotate>[1]>

function requestOf(flags: Flags): Asked {
  const [groups, size] = [wholeFlag(flags, 'groups', 1), wholeFlag(flags, 'size', 1)]
  if (groups === undefined || size === undefined) throw new UsageError('Give --groups and --size, or a file.')
  const players = wholeFlag(flags, 'players', 1) ?? groups * size
  if (players > groups * size) {
    throw new UsageError(`${players} players do not fit in ${groups} groups of ${size}.`)
  }
  const rounds = wholeFlag(flags, 'rounds', 1)
  return { players, groups, mostSize: size, ...(rounds !== undefined && { rounds }) }
}

function readRequest(file: string, flags: Flags): Asked {
  for (const flag of ['groups', 'size', 'players', 'rounds']) {
    if (flags.has(flag)) throw new UsageError(`--${flag} does not go together with a file.`)
  }
  return readJson(rotationFile, readText(file))
}

/** As many clean rounds as there are seats for; with fewer players than seats the last places stay empty. */
function cleanResult(request: Asked, limits: Limits): Result {
  const { players, groups, mostSize: size, absent } = request
  if (groups === undefined || size === undefined || absent || request.sizes || request.metBefore) {
    throw new UsageError('Give a number of rounds; only groups of one size do without.')
  }
  const most = Math.min(mostCleanRounds(groups, size), 1000)
  const clean = inWords(() => moreCleanRounds(groups, size, most, limits))
  const rounds = players === groups * size ? clean.rounds : undefined
  if (rounds) return { rounds, repeats: 0, burden: 0, leastBurden: 0, method: clean.method, request }
  const quick = { seed: limits.seed ?? 1, effort: 200_000 }
  for (let count = clean.rounds.length; ; count--) {
    const found = inWords(() => rotate({ ...request, rounds: count } as RotationRequest, quick))
    if (found.repeats === 0) return { ...found, request }
  }
}

/** A request that cannot be is the caller's mistake. */
function inWords<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw error instanceof RangeError ? new FileFault(error.message) : error
  }
}

/**
 * Checks a result of `engine rotate`, or of another program, by the request in a file or else by the one it carries:
 * seats, sizes, absences, and its count of repeats. Without a request everybody it names plays every round.
 *
 * @throws FileFault where the result or the file does not hold
 */
export function checkRotateResult(text: string, file?: string): RotationVerdict {
  const data = readJson(rotationResult.partial().required({ rounds: true }), text)
  const everybody = { players: 1 + Math.max(0, ...data.rounds.flat(2)) }
  const request: Asked = file === undefined ? (data.request ?? everybody) : readJson(rotationFile, readText(file))
  const { players, absent, leastSize, mostSize, metBefore, sizes } = request
  const verdict = checkRotation(data.rounds, {
    players,
    ...(absent && { absent }),
    ...(leastSize !== undefined && { leastSize }),
    ...(mostSize !== undefined && { mostSize }),
    ...(metBefore && { metBefore }),
  })
  if (!verdict.sound) return verdict
  const wrong = (why: string): RotationVerdict => ({ sound: false, why })
  if (data.repeats !== undefined && verdict.repeats !== data.repeats) {
    return wrong(`There are ${verdict.repeats} repeats, not ${data.repeats}.`)
  }
  if (request.rounds !== undefined && request.rounds !== data.rounds.length) {
    return wrong(`There are ${data.rounds.length} rounds, not ${request.rounds}.`)
  }
  const inOrder = (lengths: readonly number[]) => lengths.toSorted((a, b) => a - b).join()
  for (const [round, given] of (sizes ?? []).entries()) {
    if (inOrder(given) !== inOrder(data.rounds[round]!.map((group) => group.length))) {
      return wrong(`The groups of round ${round + 1} have other sizes than were asked.`)
    }
  }
  return verdict
}
