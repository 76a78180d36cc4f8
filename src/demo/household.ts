import { changeAuthority, endAuthority, type Grant } from '../features/authority/actions.ts'
import { correctContact, recordContact, removeContact } from '../features/connections/contacts.ts'
import { changeTopics } from '../features/initiatives/setting-up.ts'
import { editPerson, endPost } from '../features/people/editing.ts'
import { words as peopleWords } from '../features/people/words.ts'
import type { Actor } from '../platform/work.ts'
import { type PeerKey, peers } from './cast.ts'
import { glanceAround } from './find.ts'
import { type LentHours, lentHours } from './lending.ts'
import type { Company } from './opening.ts'
import type { Stage } from './stage.ts'

/** The small corrections of every month: a better word, a note, an hour more, a slip of the pen. */
export function planHousehold(stage: Stage, { youssef }: Company): void {
  const { actor } = youssef
  stage.agenda.add(stage.day(28, 9, 40), 'topics', () => betterWords(stage, actor))
  stage.agenda.add(stage.day(63, 11, 20), 'hours', () => anHourMore(stage, actor, 'declan'))
  stage.agenda.add(stage.day(84, 10, 15), 'slip', () => slip(stage, actor))
  stage.agenda.add(stage.day(106, 9, 30), 'post', () => leavesPost(stage, actor, 'emmanuel'))
  stage.agenda.add(stage.day(113, 12, 0), 'note', () =>
    notePerson(stage, actor, 'paola', 'Market days are Tuesdays; call before nine.'),
  )
  stage.agenda.add(stage.day(163, 12, 0), 'note 2', () =>
    notePerson(stage, actor, 'amadou', 'A été nommé directeur adjoint; reste avec nous.'),
  )
}

async function betterWords(stage: Stage, actor: Actor): Promise<void> {
  const { agencyId, initiativeId } = stage
  const added = await stage.act(actor, async (work) => {
    await changeTopics(
      work,
      { agencyId, initiativeId },
      { added: ['Budgets for kids', 'Grants'], renamed: new Map(), removed: [] },
      'en',
    )
    return work.db.selectFrom('topics').select(['id', 'name']).where('initiative_id', '=', initiativeId).execute()
  })
  const idOf = (name: string) => added.find((topic) => topic.name === name)?.id ?? ''
  const renamed = new Map([[idOf('Budgets for kids'), 'Budgets for children']])
  await stage.act(actor, (work) =>
    changeTopics(work, { agencyId, initiativeId }, { added: [], renamed, removed: [idOf('Grants')] }, 'en'),
  )
}

async function anHourMore(stage: Stage, actor: Actor, key: PeerKey): Promise<void> {
  const lent = await lentHours(stage, key)
  if (lent)
    await stage.attempt(actor, (work) =>
      changeAuthority(work, lent.id, { ...grantOf(lent), hoursPerMonth: lent.hours_per_month + 1 }),
    )
}

function grantOf(lent: LentHours): Grant {
  return {
    authoriserName: lent.authoriser_name,
    authoriserEmail: lent.authoriser_email,
    authoriserTitle: lent.authoriser_title,
    locale: lent.locale,
    hoursPerMonth: lent.hours_per_month,
    startsOn: lent.starts_on,
    endsOn: lent.ends_on,
  }
}

/** A call noted with the wrong length, and one noted with the wrong pair. */
async function slip(stage: Stage, actor: Actor): Promise<void> {
  const [one, other] = (await glanceAround(stage)).filter(({ state }) => state === 'active').toReversed()
  if (!one || !other) return
  const [key] = one.keys
  const report = {
    happenedAt: stage.now.subtract({ hours: 20 }),
    kind: 'live' as const,
    note: stage.settings.confide('contactNote', key ?? 'ana', 'A short call about the printed summary.'),
  }
  const log = (connectionId: string) =>
    stage.act(actor, (work) => recordContact(work, { connectionId, ...report, minutes: 15 }))
  const [right, wrong] = [await log(one.id), await log(other.id)]
  await stage.attempt(actor, (work) =>
    correctContact(work, { connectionId: one.id, contactId: right }, { ...report, minutes: 25 }),
  )
  await stage.attempt(actor, (work) => removeContact(work, { connectionId: other.id, contactId: wrong }))
}

/** Somebody changes jobs: the post ends, and with it what the old office lent. */
async function leavesPost(stage: Stage, actor: Actor, key: PeerKey): Promise<void> {
  const person = await personRow(stage, key)
  const post = await stage.db
    .selectFrom('posts')
    .select(['id', 'starts_on'])
    .where('person_id', '=', person.id)
    .executeTakeFirst()
  const lent = await lentHours(stage, key)
  const t = peopleWords('en')
  if (post) await stage.attempt(actor, (work) => endPost(work, t, person, post, null))
  if (lent) await stage.attempt(actor, (work) => endAuthority(work, lent.id))
}

async function notePerson(stage: Stage, actor: Actor, key: PeerKey, said: string): Promise<void> {
  const person = await personRow(stage, key)
  const note = stage.settings.confide('personNote', key, said)
  const languages = Object.entries(peers[key].languages).map(([language, level]) => ({ language, level }))
  const { name, email, locale, zone, country, city, phone } = person
  const answers = { name, email, locale, zone, country, city, phone, note, languages, stopLinks: false }
  await stage.attempt(actor, (work) => editPerson(work, peopleWords('en'), person, answers))
}

function personRow(stage: Stage, key: PeerKey) {
  return stage.db.selectFrom('persons').selectAll().where('id', '=', stage.peer(key).personId).executeTakeFirstOrThrow()
}
