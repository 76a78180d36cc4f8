import { it } from 'vitest'
import { useHarness } from '../harness.ts'
import { playTwice } from '../two-records.ts'
import { expectGood, useSite } from './site.ts'

const h = useHarness()
const site = useSite(h)

const roster =
  'Name;E-mail;Organisation;Country;City;Languages;Time zone\n' +
  'Leïla Ben Salah;leila.ben.salah@peers.example;Commune de Sfax;Tunisia;Sfax;Arabic (native);\n' +
  'Luc Tremblay;luc@peers.example;Ville de Gatineau;Canada;Gatineau;French;\n' +
  'Lost;lost@peers.example;;Atlantis;;;\n' +
  'نادية منصور;nadia@peers.example;محافظة الإسكندرية;Egypt;;العربية;\n'

it.each([{ width: 390 }, { width: 1280, dark: true }])(
  'a facilitator brings a roster in, merges and edits, at $width px',
  async (view) => {
    const { scene, one, other } = await playTwice(h)
    const page = await site.visitor(view, scene.facilitator)
    await page.goto(`/initiatives/${scene.initiativeId}/people/import`)
    await expectGood(page)
    await page.getByRole('button', { name: 'Look at the list' }).click()
    await expectGood(page)
    await page
      .getByLabel('Your list')
      .setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) })
    await page.getByRole('button', { name: 'Look at the list' }).click()
    await expectGood(page)
    await page.getByRole('button', { name: 'See what would happen' }).click()
    await expectGood(page)
    await page.getByRole('button', { name: 'Import 2 people' }).click()
    await expectGood(page)
    await page.goto(`/initiatives/${scene.initiativeId}/people/import`)
    await expectGood(page)
    await page.goto(`/initiatives/${scene.initiativeId}/people/duplicates`)
    await expectGood(page)
    await page.goto(`/initiatives/${scene.initiativeId}/people/duplicates/${one.personId}/${other.personId}`)
    await expectGood(page)
    await page.getByRole('button', { name: 'Merge into one' }).click()
    await expectGood(page)
    await page.goto(`/people/${one.personId}/edit?in=${scene.initiativeId}`)
    await expectGood(page)
    await page.getByLabel('Name', { exact: true }).fill('')
    await page.getByRole('button', { name: 'Save' }).first().click()
    await expectGood(page)
  },
)
