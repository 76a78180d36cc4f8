import { z } from 'zod'
import type { Answer } from './answering.ts'
import type { PeerWords } from './peer-words.ts'

/** Whether somebody comes, how, and with how many. */
export function answerForm(t: PeerWords) {
  return z
    .object({
      answer: z.enum(['room', 'online', 'no'], t.answerMissing),
      party: z.preprocess(
        (value) => Number(value ?? 1),
        z.int(t.partyWrong).min(1, t.partyWrong).max(20, t.partyWrong),
      ),
      companions: z.string().trim().max(300, t.companionsLong).default(''),
    })
    .transform(({ answer, party, companions }): Answer => ({ how: answer === 'no' ? null : answer, party, companions }))
}
