import { findLink, type LinkPurpose } from '../links/links.ts'
import { chooseLocale } from '../i18n/catalogue.ts'
import { missingPage } from './answers.tsx'
import { preferLocale } from './middleware.ts'
import { policy } from './policy.ts'

/** A route under /<purpose>/:token, for whoever holds a signed link of exactly this purpose. */
export function bearer(purpose: LinkPurpose) {
  return policy(`link: ${purpose}`, async (c, next) => {
    const { world } = c.var
    const token = (c.req.param('token') ?? '').replace(/\.ics$/, '')
    const link = await findLink(world.db, purpose, token, world.clock.now())
    if (!link) return missingPage(c)
    const person = link.personId
      ? await world.db
          .selectFrom('persons')
          .select(['name', 'locale', 'zone'])
          .where('id', '=', link.personId)
          .where('agency_id', '=', link.agencyId)
          .executeTakeFirst()
      : undefined
    if (link.personId && !person) return missingPage(c)
    const locale = chooseLocale(person?.locale)
    if (person) preferLocale(c, person.locale)
    c.set('viewer', { kind: 'link', link, name: person?.name ?? '', locale, zone: person?.zone ?? 'UTC' })
    await next()
  })
}
