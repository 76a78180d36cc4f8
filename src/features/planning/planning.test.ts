import { beforeEach, describe, expect, it } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { linkIn, useHarness } from '../../../test/harness.ts'
import { wordsOf } from '../../../test/page.ts'
import { mailsTo, mailTo, type PlayedPair, playPair } from '../../../test/pair.ts'
import { playAgency, type Scene } from '../../../test/scene.ts'
import { type PlayedSeason, playSeason } from '../../../test/season.ts'
import { listRows } from './rows-store.ts'

const h = useHarness()
let scene: Scene
let pair: PlayedPair
let season: PlayedSeason

beforeEach(async () => {
  scene = await playAgency(h)
  pair = await playPair(h, scene, [cast.paola, cast.rahim])
  h.post.length = 0
  season = await playSeason(h, scene, { sessionsEach: 3 })
})

const rows = () => listRows(h.world.db, season.planId)
const plan = () =>
  h.world.db.selectFrom('season_plans').selectAll().where('id', '=', season.planId).executeTakeFirstOrThrow()
const revision = async () => String((await plan()).revision)
const look = () => wordsOf(h.get(season.path, scene.facilitator))
const post = (act: string, fields: Record<string, string>) =>
  h.submit(`${season.path}/${season.planId}/${act}`, fields, scene.facilitator)

describe('a season', () => {
  it('is planned', async () => {
    console.log(await plan(), JSON.stringify(await rows(), null, 1))
    console.log(await look())
  })
})
