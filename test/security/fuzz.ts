import { expect } from 'vitest'
import type { Harness, Who } from '../harness.ts'
import { nastyTexts } from './nasty.ts'

// In short, each field is tried with every fourth text, the next field with others; FUZZ=long tries them all.
const every = process.env.FUZZ === 'long' ? 1 : 4

export type Fields = Record<string, string | string[]>

/** A form as people would fill it in. */
export interface FuzzedForm {
  name: string
  path: () => string
  who?: () => Who
  fields: () => Promise<Fields>
  /** As it is filled in here, it asks for what is not there. */
  isRefused?: boolean
  /** Makes the form answerable once more, after it was taken. */
  again?: () => Promise<unknown>
}

/** Why an answer to a form is not one, or null. */
async function fault(answer: Response): Promise<string | null> {
  const text = await answer.text()
  if ([200, 204, 303].includes(answer.status)) return null
  if (answer.status === 404 || answer.status === 413) return null
  if (answer.status !== 422) return `answers ${answer.status}`
  return /There is a problem|Nothing was changed|was sent before/.test(text) ? null : 'does not say what is wrong'
}

/** Sends a form with each of its fields in turn as each nasty text, thrice, as a file, and left out: no answer may be a failure. */
export async function fuzz(at: Harness, form: FuzzedForm): Promise<void> {
  const faults: string[] = []
  let sent = 0
  const send = async (fields: Record<string, string | string[] | File>, said: string) => {
    const answer = await at.submit(form.path(), fields, form.who?.())
    const why = await fault(answer)
    sent += 1
    if (why) faults.push(`${why}: ${said}`)
    if (answer.status === 303) await form.again?.()
  }
  const usual = await form.fields()
  const first = await at.submit(form.path(), usual, form.who?.())
  expect([200, 204, 303, ...(form.isRefused ? [404, 422] : [])], 'as people fill it in, it is taken').toContain(
    first.status,
  )
  await form.again?.()
  for (const [place, name] of Object.keys(usual).entries()) {
    const texts = nastyTexts.filter((_, index) => (index + place) % every === 0)
    for (const text of texts) {
      await send(
        { ...(await form.fields()), [name]: text.toWellFormed() },
        `${name} = ${JSON.stringify(text.slice(0, 60))}`,
      )
    }
    await send({ ...(await form.fields()), [name]: ['one', 'two', ''] }, `${name} three times`)
    await send({ ...(await form.fields()), [name]: new File(['x'], '\u202e\0../x') }, `${name} as a file`)
    const { [name]: _left, ...others } = await form.fields()
    await send(others, `without ${name}`)
  }
  expect(faults).toEqual([])
  expect(sent).toBeGreaterThan(100 / every)
}
