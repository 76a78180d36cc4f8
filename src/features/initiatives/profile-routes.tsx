import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '../../platform/web/act.tsx'
import { bearer } from '../../platform/web/bearer.ts'
import { readForm, several } from '../../platform/web/form.ts'
import { orNotHere } from '../../platform/web/mistakes.ts'
import { actorOf, linkOf, type Visit, type VisitContext } from '../../platform/web/visit.ts'
import { carryOut } from '../../platform/work.ts'
import { emptyForm } from '../../ui/form-state.ts'
import { zoneNames } from '../../platform/i18n/zone-names.ts'
import { makeTimeLink } from '../availability/link.ts'
import { accessOwnPart } from './access.ts'
import { keepDraft, saveProfile, saveRatherNots } from './actions.ts'
import { ProfilePage } from './pages/profile-page.tsx'
import { RatherNotPage } from './pages/rather-not-page.tsx'
import { ThanksPage } from './pages/thanks-page.tsx'
import { ZonePage } from './pages/zone-page.tsx'
import { draftValues, otherZone, readProfile, typedProfile, valuesOfProfile } from './profile-form.ts'
import { type ProfileSheet, readSheet } from './profile-store.ts'
import { profileWords } from './profile-words.ts'
import { readPeer } from './profiles.ts'

/** Where peers say what they offer and want, without an account. */
export const profile = new Hono<Visit>()

const ownPart = (c: VisitContext) => accessOwnPart(c.var.world.db, linkOf(c).link)

profile.get('/profile/:token', bearer('profile'), async (c) => {
  const sheet = await readSheet(c.var.world.db, (await ownPart(c)).id)
  return c.html(
    <ProfilePage
      c={c}
      sheet={sheet}
      form={{ values: valuesOfSheet(sheet), errors: {} }}
      isDraft={sheet.draft !== null}
    />,
  )
})

profile.post('/profile/:token', bearer('profile'), async (c) => {
  const { id } = await ownPart(c)
  const values = typedProfile(c)
  if (values.zone === otherZone) {
    await keep(c, id)
    return c.redirect(`/profile/${c.req.param('token')}/zone`, 303)
  }
  const read = readProfile(values, c.var.locale, c.var.world.clock.now())
  if (!read.ok) {
    // Whoever closes the page over a mistake finds what they typed when they come back.
    await keep(c, id)
    return c.html(
      <ProfilePage c={c} sheet={await readSheet(c.var.world.db, id)} form={{ values, errors: read.errors }} />,
      422,
    )
  }
  return act(c, async (work) => {
    await saveProfile(work, id, read.answers)
    return `/profile/${c.req.param('token')}/thanks`
  })
})

profile.get('/profile/:token/zone', bearer('profile'), async (c) => {
  await ownPart(c)
  return c.html(<ZonePage c={c} form={emptyForm} />)
})

profile.post('/profile/:token/zone', bearer('profile'), async (c) => {
  const { id } = await ownPart(c)
  const zone = String(c.var.typed.zone ?? '')
  if (!zoneNames.includes(zone)) {
    return c.html(
      <ZonePage c={c} form={{ values: { zone }, errors: { zone: profileWords(c.var.locale).zoneWrong } }} />,
      422,
    )
  }
  return act(c, async (work) => {
    const values = valuesOfSheet(await readSheet(work.db, id))
    await keepDraft(work, id, { ...values, zone }, null)
    return `/profile/${c.req.param('token')}#zone`
  })
})

// Keeping a draft twice is keeping it once, so it needs no key; the keeper on the page sends it again and again.
profile.post('/profile/:token/draft', bearer('profile'), async (c) => {
  const { id } = await ownPart(c)
  await keep(c, id)
  if (c.var.typed.quiet) return c.body(null, 204)
  if (c.var.typed.then === 'rather-not') return c.redirect(`/profile/${c.req.param('token')}/rather-not`, 303)
  return c.redirect(`/profile/${c.req.param('token')}?said=draftSaved`, 303)
})

profile.get('/profile/:token/rather-not', bearer('profile'), async (c) =>
  c.html(<RatherNotPage c={c} sheet={await readSheet(c.var.world.db, (await ownPart(c)).id)} form={emptyForm} />),
)

profile.post('/profile/:token/rather-not', bearer('profile'), async (c) => {
  const { id } = await ownPart(c)
  const form = readForm(c, z.object({ ratherNots: several(z.uuid()) }))
  if (!form.ok) {
    const sheet = await readSheet(c.var.world.db, id)
    return c.html(<RatherNotPage c={c} sheet={sheet} form={form.state} />, 422)
  }
  return act(c, async (work) => {
    await saveRatherNots(work, id, form.value.ratherNots)
    return `/profile/${c.req.param('token')}?said=ratherNotSaved#people`
  })
})

// A fresh address each time: it is handed out, never kept, so pressing twice only makes a second one.
profile.post('/profile/:token/availability', bearer('profile'), async (c) => {
  const { agency_id: agencyId, person_id: personId } = await ownPart(c)
  const { world, viewer } = c.var
  return c.redirect(await carryOut(world, actorOf(viewer), (work) => makeTimeLink(work, { personId, agencyId })), 303)
})

profile.get('/profile/:token/thanks', bearer('profile'), async (c) => {
  const peer = orNotHere(await readPeer(c.var.world.db, (await ownPart(c)).id))
  return c.html(<ThanksPage c={c} peer={peer} />)
})

function valuesOfSheet({ draft, peer, reportConsent }: ProfileSheet) {
  return draft ? draftValues(draft.typed) : valuesOfProfile(peer, reportConsent)
}

function keep(c: VisitContext, participationId: string): Promise<void> {
  return carryOut(c.var.world, actorOf(c.var.viewer), (work) =>
    keepDraft(work, participationId, typedProfile(c), openedAt(c)),
  )
}

function openedAt(c: VisitContext): Temporal.Instant | null {
  const opened = c.var.typed.opened
  return typeof opened === 'string' && /^\d{1,15}$/.test(opened)
    ? Temporal.Instant.fromEpochMilliseconds(Number(opened))
    : null
}
