import { describe, expect, it } from 'vitest'
import { useHarness } from '../harness.ts'
import { playAgency, type Scene } from '../scene.ts'
import { playTwice } from '../two-records.ts'
import { crashEverywhere } from './crash-everywhere.ts'

const h = useHarness({ logLevel: 'silent' })

const roster =
  'Name;E-mail;Organisation;Country;Languages\n' +
  'Leïla Ben Salah;leila@peers.example;Commune de Sfax;Tunisia;Arabic (native)\n' +
  'Luc Tremblay;luc@peers.example;Ville de Gatineau;Canada;French\n'

async function seenIn(scene: Scene, path: string): Promise<string> {
  const preview = await (await h.get(`${path}/preview`, scene.facilitator)).text()
  return /name="seen" value="([^"]+)"/.exec(preview)?.[1] ?? ''
}

describe('a crash at every database call and file operation leaves the state before or after', () => {
  it('when a roster is sent and imported', async () => {
    const scene = await playAgency(h)
    const imports = `/initiatives/${scene.initiativeId}/people/import`
    let path = ''
    const sent = await crashEverywhere(h, 'sending a roster', async () => {
      const answer = await h.submit(imports, { file: new File([roster], 'roster.csv') }, scene.facilitator)
      path = answer.headers.get('location') ?? path
      return answer
    })
    const seen = await seenIn(scene, path)
    const imported = await crashEverywhere(h, 'importing', () =>
      h.submit(`${path}/completion`, { seen }, scene.facilitator),
    )
    expect(sent).toBeGreaterThan(6)
    expect(imported).toBeGreaterThan(15)
  })

  it('when two records are merged and the merge is undone', async () => {
    const { scene, one, other } = await playTwice(h)
    const people = `/initiatives/${scene.initiativeId}/people`
    const pair = `${people}/duplicates/${one.personId}/${other.personId}`
    const merged = await crashEverywhere(h, 'merging', () => h.submit(pair, { keep: one.personId }, scene.facilitator))
    const { id } = await h.world.db.selectFrom('merges').select('id').executeTakeFirstOrThrow()
    const undo = () => h.submit(`${people}/merges/${id}/reversal`, {}, scene.facilitator)
    const undone = await crashEverywhere(h, 'undoing', undo)
    expect(merged).toBeGreaterThan(40)
    expect(undone).toBeGreaterThan(20)
  })
})
