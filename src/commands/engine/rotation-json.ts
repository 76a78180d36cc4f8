import { z } from 'zod'

const player = z.int().min(0)
const count = z.int().min(1).max(1000)

/** What `engine rotate FILE` reads. */
export const rotationFile = z.strictObject({
  players: count,
  rounds: count.optional(),
  groups: count.optional(),
  size: count.optional(),
  sizes: z.array(z.array(count)).optional(),
  leastSize: count.optional(),
  mostSize: count.optional(),
  absent: z.array(z.array(player)).optional(),
  metBefore: z.array(z.union([z.tuple([player, player]), z.tuple([player, player, z.int().min(0)])])).optional(),
})

/** What it prints: the request is repeated, so that the result can be checked alone. */
export const rotationResult = z.object({
  rounds: z.array(z.array(z.array(player))),
  repeats: z.int().min(0),
  burden: z.int().min(0),
  leastBurden: z.int().min(0),
  method: z.string(),
  request: rotationFile,
})
