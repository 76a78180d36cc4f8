import { expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { useHarness } from '../../../test/harness.ts'
import { hybridAsked } from '../../../test/meeting.ts'
import { wordsOf } from '../../../test/page.ts'
import { playPair } from '../../../test/pair.ts'
import { playAgency } from '../../../test/scene.ts'
import { playSeason, sayFree } from '../../../test/season.ts'
import { cancelMeeting, invitePeople, makeMeeting } from '../activities/actions.ts'
import { words } from '../activities/words.ts'

const h = useHarness()

test('the board shows the group meetings that have a time in their weeks, under the connections and only to look at', async () => {
  const scene = await playAgency(h)
  const pair = await playPair(h, scene, [cast.paola, cast.rahim])
  await sayFree(h, pair.personIds)
  const season = await playSeason(h, scene, { sessionsEach: 1 })
  const make = (title: string, startsAt: string, of = scene) =>
    h.change((work) =>
      makeMeeting(
        work,
        { agencyId: of.agencyId, initiativeId: of.initiativeId },
        { ...hybridAsked, title, startsAt: Temporal.Instant.from(startsAt) },
      ),
    )
  // Half past eleven on a Sunday evening in Lisbon, and a Monday.
  const sunday = await make('Reading together', '2026-12-20T23:30:00Z')
  await make('Looking back', '2027-01-11T10:00:00Z')
  const off = await make('Called off', '2026-12-16T10:00:00Z')
  await make('Long after', '2027-06-16T10:00:00Z')
  await make('Of somebody else', '2026-12-16T10:00:00Z', await playAgency(h, 'Another Network'))
  await h.change((work) => invitePeople(work, sunday, pair.personIds, words('en')))
  await h.change((work) => invitePeople(work, off, pair.personIds, words('en')))
  await h.change((work) => cancelMeeting(work, off, words('en')))

  const html = await (await h.get(season.path, scene.facilitator)).text()
  const lines = html.split('<tr').slice(2)
  const cells = lines.map((line) => line.split('<td').map((cell) => (cell.includes('class="slot"') ? cell : '')))
  const headers = [...html.matchAll(/week\?week=([\d-]+)/g)].map(([, monday]) => monday)
  const weekOf = (line: number) => headers[(cells[line]?.findIndex((cell) => cell !== '') ?? 0) - 1]

  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('Paola Andrade and Rahim Chowdhury')
  expect([weekOf(1), weekOf(2)]).toEqual(['2026-12-14', '2027-01-11'])
  expect(lines[1]).toContain(`href="/initiatives/${scene.initiativeId}/meetings/${sunday}"`)
  expect(lines[1]).not.toContain('draggable="true"')
  const text = await wordsOf(new Response(html))
  expect(text).toMatch(/Reading together\s?Group meeting Sun 23:30 people are invited/)
  expect(text).toMatch(/Looking back\s?Group meeting Mon 10:00 a draft/)

  const unplaced = await wordsOf(h.get(`${season.path}?show=unplaced`, scene.facilitator))
  expect(unplaced).toContain('Nothing is like that')
  expect(unplaced).not.toContain('Reading together')
})
