import { serve, type ServerType } from '@hono/node-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { useHarness } from '../harness.ts'
import type { Scene } from '../scene.ts'
import { playTwice } from '../two-records.ts'
import { axeFindings, sidewaysOverflow, smallTargets } from './accessible.ts'
import { type OpenBrowser, openBrowser, type View } from './browser.ts'

const h = useHarness()
let address = ''

let opened: OpenBrowser
let server: ServerType
beforeAll(async () => {
  opened = await openBrowser()
  address = await new Promise((resolve) => {
    server = serve({ fetch: (request) => h.app.fetch(request), port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    )
  })
})
afterAll(async () => {
  await opened.close()
  server.close()
})

const roster =
  'Name;E-mail;Organisation;Country;City;Languages;Time zone\n' +
  'Leïla Ben Salah;leila.ben.salah@peers.example;Commune de Sfax;Tunisia;Sfax;Arabic (native);\n' +
  'Luc Tremblay;luc@peers.example;Ville de Gatineau;Canada;Gatineau;French;\n' +
  'Lost;lost@peers.example;;Atlantis;;;\n' +
  'نادية منصور;nadia@peers.example;محافظة الإسكندرية;Egypt;;العربية;\n'

async function visitor(scene: Scene, view: View) {
  const context = await opened.context({ ...view, baseURL: address })
  const [name = '', value = ''] = (scene.facilitator?.cookie ?? '').split('=')
  await context.addCookies([{ name, value, url: address }])
  return context.newPage()
}

it.each([{ width: 390 }, { width: 1280, dark: true }])(
  'a facilitator brings a roster in, merges and edits, at $width px',
  async (view) => {
    const { scene, one, other } = await playTwice(h)
    const page = await visitor(scene, view)
    const faults: string[] = []
    const look = async (what: string) => {
      faults.push(
        ...(await axeFindings(page)).map((f) => `${what}: ${f}`),
        ...(await smallTargets(page)).map((f) => `${what}: ${f}`),
      )
      if ((await sidewaysOverflow(page)) > 0) faults.push(`${what}: overflows`)
    }
    await page.goto(`/initiatives/${scene.initiativeId}/people/import`)
    await look('upload')
    await page.getByRole('button', { name: 'Look at the list' }).click()
    await look('upload-error')
    await page
      .getByLabel('Your list')
      .setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) })
    await page.getByRole('button', { name: 'Look at the list' }).click()
    await look('mapping')
    await page.getByRole('button', { name: 'See what would happen' }).click()
    await look('preview')
    await page.getByRole('button', { name: 'Import 2 people' }).click()
    await look('result')
    await page.goto(`/initiatives/${scene.initiativeId}/people/import`)
    await look('upload-again')
    await page.goto(`/initiatives/${scene.initiativeId}/people/duplicates`)
    await look('duplicates')
    await page.goto(`/initiatives/${scene.initiativeId}/people/duplicates/${one.personId}/${other.personId}`)
    await look('merge')
    await page.getByRole('button', { name: 'Merge into one' }).click()
    await look('merged')
    await page.goto(`/people/${one.personId}/edit?in=${scene.initiativeId}`)
    await look('edit')
    await page.getByLabel('Name', { exact: true }).fill('')
    await page.getByRole('button', { name: 'Save' }).first().click()
    await look('edit-error')
    expect(faults).toEqual([])
  },
)
