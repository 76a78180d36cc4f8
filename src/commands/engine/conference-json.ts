import { z } from 'zod'

const slot = z.int().min(0)

/** What `engine plan --fairconf` prints; the weights are repeated, so that it can be checked. */
export const conferenceResult = z.object({
  objective: z.number(),
  efficiency: z.number(),
  participantGap: z.number(),
  speakerGap: z.number(),
  slots: z.array(slot),
  bound: z.number(),
  isProved: z.boolean(),
  weights: z.tuple([z.number().min(0), z.number().min(0), z.number().min(0)]),
  seed: z.int(),
  iterations: z.int(),
})
