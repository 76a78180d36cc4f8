import { describe, expect, it } from 'vitest'
import { useSeating } from '../../../test/event.ts'
import { useHarness } from '../../../test/harness.ts'
import { bookmarksOf, countPages, isAccessible } from '../../../test/pdf.ts'
import { playAgency } from '../../../test/scene.ts'

const h = useHarness()
const at = useSeating(h)

async function print(file: string): Promise<Uint8Array> {
  const answer = await h.get(`${at.path}/${file}`, at.event.scene.facilitator)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return new Uint8Array(await answer.arrayBuffer())
}

describe('what is printed', () => {
  it('is a sheet a table and round', async () => {
    for (const file of ['tables.pdf', 'tables-a5.pdf']) {
      const pdf = await print(file)
      expect(isAccessible(pdf)).toBe(true)
      expect(countPages(pdf)).toBe(12)
      expect(bookmarksOf(pdf).filter((title) => title === 'Table 4')).toHaveLength(3)
      expect(bookmarksOf(pdf)).toContain('Table cards: Speed rounds')
    }
  })

  it('is a name card for everybody, ten a sheet', async () => {
    const pdf = await print('names.pdf')
    expect(isAccessible(pdf)).toBe(true)
    expect(countPages(pdf)).toBe(2)
    expect(bookmarksOf(pdf)).toEqual(expect.arrayContaining(['Leïla Ben Salah', 'Ana Morales']))
  })

  it('is a list for the wall, in the language of the page', async () => {
    const pdf = await print('wall.pdf?lang=fr')
    expect(isAccessible(pdf)).toBe(true)
    expect(bookmarksOf(pdf)).toContain('La place de chacun : Speed rounds')
    expect(countPages(pdf)).toBe(1)
  })

  it.for(['#panic("out")', '$x$ ]} \\', 'نادية حسن', '<script>', '=1+1', 'A'.repeat(400)])(
    'shows a name as it was written: %j',
    async (name) => {
      await h.world.db.updateTable('persons').set({ name }).where('id', '=', at.event.people.ana).execute()
      await h.world.db
        .updateTable('organisations')
        .set({ name: `${name} of` })
        .execute()
      expect(bookmarksOf(await print('names.pdf'))).toContain(name)
      for (const file of ['tables.pdf', 'wall.pdf']) expect(isAccessible(await print(file))).toBe(true)
    },
  )

  it('is for facilitators of the agency alone', async () => {
    const other = await playAgency(h, 'Elsewhere')
    expect((await h.get(`${at.path}/names.pdf`, other.facilitator)).status).toBe(404)
    expect((await h.get(`${at.path}/names.pdf`)).status).toBe(303)
  })
})
