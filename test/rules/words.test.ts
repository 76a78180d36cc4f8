import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

type Message = string | ((...args: never[]) => string)
type Catalogue = (locale: string) => Record<string, Message>

const catalogues = globSync('src/**/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^export const (\w+) = catalogue\(/gm)].map(([, name = '']) => ({
    file,
    name,
  })),
)

/** What a message says, without what is filled in; of one that is worked out, its source. */
const saidBy = (message: Message | undefined) => String(message).replaceAll(/\$\{[^}]*\}/g, '')

/** Three words in a row are a sentence of a language, and not a word that both share. */
const isSentence = (said: string) => /\p{L}{2,} \p{L}{2,} \p{L}{2,}/u.test(said)

it('says no sentence in English to who reads French', async () => {
  expect(catalogues.length).toBeGreaterThan(20)
  const untranslated: string[] = []
  for (const { file, name } of catalogues) {
    const words = ((await import(join(process.cwd(), file))) as Record<string, Catalogue>)[name]
    const [en = {}, fr = {}] = [words?.('en'), words?.('fr')]
    for (const [key, message] of Object.entries(en)) {
      const said = saidBy(message)
      if (isSentence(said) && said === saidBy(fr[key])) untranslated.push(`${file} ${key}`)
    }
  }
  expect(untranslated).toEqual([])
})
