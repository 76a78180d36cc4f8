import { createHash } from 'node:crypto'
import type { Mailbox } from './mailbox.ts'
import { choicesOn, formOn } from './page-form.ts'
import { GivenUp, type Visitor } from './visitor.ts'

/** People of one small roster: enough for three pairs. */
const rosterSize = 6

const countries = ['Ghana', 'Kenya', 'Ireland', 'Portugal', 'Tunisia', 'Senegal']
const topics = ['Budget maps', 'Reading aloud', 'Open data', 'Ward meetings', 'Audit findings', 'Radio']

/** Makes the agency and its first facilitator, as the first visitor of an empty installation does. */
export async function foundAgency(visitor: Visitor): Promise<void> {
  const answers = {
    agency: 'Agora',
    name: 'Marta Lindqvist',
    email: 'marta@agora.example',
    locale: 'en',
    zone: 'Europe/Lisbon',
  }
  await visitor.send(formOn(await visitor.page('/start'), '/start'), answers, {
    change: 'agency',
    name: answers.agency,
  })
}

/**
 * One whole way through the main thread: a new initiative, a roster in, everybody invited and answering, pairs published,
 * accepted and agreed on, and a first meeting found.
 * @param name says which one, in every address and title, so that a checker can tell them apart
 */
export async function walk(name: string, staff: Visitor, mailbox: Mailbox, isOver: () => boolean): Promise<void> {
  const title = `Initiative ${name}`
  const home = await beginInitiative(staff, title)
  const people = await importRoster(staff, home, name)
  await staff.fillIn(
    `/initiatives/${home}/people`,
    '/invitations',
    { everybody: 'yes' },
    { change: 'invite', initiative: home, people },
  )
  const each = (doIt: (person: string, index: number) => Promise<void>) => Promise.all(people.map(doIt))
  const linkTo = async (person: string, page: string) => {
    const path = await mailbox.linkTo(person, page, isOver)
    if (path === null) throw new GivenUp('it is over')
    return path
  }
  await each(async (person, index) => {
    const problem = `Nobody reads it, says ${person}.`
    const path = await linkTo(person, 'profile')
    const answers = {
      problem,
      offersOther: topics[index] ?? '',
      wantsOther: topics[index ^ 1] ?? '',
      otherLanguage: 'English',
      otherLevel: 'fluent',
      hours: '3',
      zone: 'Europe/Lisbon',
      free: 'tue/am',
    }
    await staff.beside().fillIn(path, path, answers, { change: 'profile', initiative: home, person, problem })
  })
  await publishRound(staff, home, name)
  await each(async (person) => {
    const path = await linkTo(person, 'proposal')
    await staff.beside().fillIn(path, path, { answer: 'yes' }, { change: 'answer', initiative: home, person })
  })
  await each(async (person) => {
    const path = await linkTo(person, 'agreement')
    await staff.beside().fillIn(path, '/acceptance', {}, { change: 'agreement', initiative: home, person })
  })
  await each(async (person) => {
    const path = await linkTo(person, 'times')
    const html = await staff.page(path)
    const option = choicesOn(html, 'option')[0] ?? ''
    await staff.beside().send(formOn(html, path), { option }, { change: 'times', initiative: home, person })
  })
}

async function beginInitiative(staff: Visitor, title: string): Promise<string> {
  const answers = { title, purpose: 'Budgets that people can read', languages: 'English' }
  const location = await staff.fillIn('/initiatives/new', '/initiatives/new', answers, { change: 'initiative', title })
  return idIn(location, 'initiatives')
}

async function importRoster(staff: Visitor, initiative: string, name: string): Promise<string[]> {
  const people = Array.from({ length: rosterSize }, (_, index) => `${name}.${index}@peers.example`)
  const lines = people.map(
    (email, index) => `Peer ${name} ${index};${email};Office ${name} ${index};${countries[index]}`,
  )
  const csv = `Name;E-mail;Organisation;Country\n${lines.join('\n')}\n`
  const file = `${name}.csv`
  const sha256 = createHash('sha256').update(csv).digest('hex')
  const rosters = `/initiatives/${initiative}/people/import`
  const sent = { file: new File([csv], file, { type: 'text/csv' }), pasted: '' }
  const mapping = await staff.fillIn(rosters, '/import', sent, { change: 'upload', initiative, file, sha256 })
  const roster = idIn(mapping, 'import')
  const preview = await staff.fillIn(mapping, '/mapping', {}, { change: 'mapping', roster })
  await staff.fillIn(preview, '/completion', {}, { change: 'import', initiative, roster, people })
  return people
}

async function publishRound(staff: Visitor, initiative: string, name: string): Promise<void> {
  const title = `Round ${name}`
  const made = await staff.fillIn(
    `/initiatives/${initiative}/matching`,
    '/matching',
    { title },
    { change: 'round', initiative, title },
  )
  const round = idIn(made, 'matching')
  const path = `/initiatives/${initiative}/matching/${round}/publication`
  await staff.fillIn(path, '/publication', {}, { change: 'publish', initiative, round })
}

function idIn(location: string, after: string): string {
  const id = new RegExp(`/${after}/([0-9a-f-]{36})`).exec(location)?.[1]
  if (!id) throw new GivenUp(`No id after ${after} in ${location}.`)
  return id
}
