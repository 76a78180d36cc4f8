import type { Child, FC } from 'hono/jsx'
import { dayIn, formatDate, formatTime, zoneLabel } from '../../platform/clock.ts'
import { list, type Locale } from '../../platform/i18n/catalogue.ts'
import { countryName, languageName } from '../../platform/i18n/names.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import { Isolated } from '../../ui/isolate.tsx'
import { SummaryList, type SummaryRow } from '../../ui/lists.tsx'
import { Prose } from '../../ui/sections.tsx'
import { levelName } from './level-names.ts'
import { type PersonRecord, readPersonRecord, type RecordedPost } from './person-record.ts'
import { isOpen } from './posts.ts'
import { words } from './words.ts'

/** Where a person's page lies within an initiative. */
export function personPath(initiativeId: string, personId: string): string {
  return `/initiatives/${initiativeId}/people/${personId}`
}

/** Where staff change what is known of a person; saving leads back to the person in the initiative. */
export function editPersonPath(personId: string, initiativeId?: string): string {
  return `/people/${personId}/edit${initiativeId ? `?in=${initiativeId}` : ''}`
}

/** A person's name as a link to their page, with quiet words under it: their organisation, their state. */
export const PersonLine: FC<{ initiativeId: string; person: { id: string; name: string }; children?: Child }> = (
  props,
) => (
  <>
    <a href={personPath(props.initiativeId, props.person.id)}>
      <bdi>{props.person.name}</bdi>
    </a>
    {props.children && <span class="block small muted">{props.children}</span>}
  </>
)

/** 'Accra, Ghana': where somebody is, as far as it is known. */
export function placeName(locale: Locale, place: { city: string; country: string | null }): string {
  return [place.city, place.country === null ? '' : countryName(locale, place.country)].filter(Boolean).join(', ')
}

/** 'English (fluent), French (mother tongue)'. */
export function spokenLanguages(locale: Locale, languages: PersonRecord['languages']): string {
  const t = words(locale)
  return list(
    locale,
    languages.map(({ language, level }) =>
      t.spoken({ language: languageName(locale, language), level: levelName(locale, level) }),
    ),
  )
}

/** What is known of a person, for their page. The person must have been reached through an access door. */
export const PersonFacts = async ({ c, personId }: { c: VisitContext; personId: string }) => {
  const { world, locale } = c.var
  const t = words(locale)
  const person = await readPersonRecord(world.db, personId)
  const now = world.clock.now()
  const today = dayIn(person.zone, now)
  const open = person.posts.filter((post) => isOpen(post, today))
  const ended = person.posts.filter((post) => !isOpen(post, today))
  const zone = t.zoneNow({ time: formatTime(locale, person.zone, now), zone: zoneLabel(locale, person.zone) })
  const rows: SummaryRow[] = [
    {
      label: t.organisation,
      value: open.length > 0 ? open.map((post) => <Post locale={locale} post={post} />) : t.notKnown,
    },
    { label: t.place, value: placeName(locale, person) || t.notKnown },
    { label: t.zone, value: zone },
    { label: t.languages, value: spokenLanguages(locale, person.languages) || t.notKnown },
    { label: t.email, value: <bdi>{person.email}</bdi> },
    { label: t.locale, value: languageName(locale, person.locale) },
    ...(person.phone ? [{ label: t.phone, value: <bdi>{person.phone}</bdi> }] : []),
    ...(ended.length > 0
      ? [{ label: t.earlierPosts, value: ended.map((post) => <Post locale={locale} post={post} />) }]
      : []),
    ...(person.note ? [{ label: t.note, value: <Prose text={person.note} /> }] : []),
  ]
  return <SummaryList rows={rows} />
}

/** A post with its dates: 'Budget officer, City of Sfax, since 1 September 2024'. */
export const Post: FC<{ locale: Locale; post: RecordedPost }> = ({ locale, post }) => {
  const dates = postDates(locale, post)
  return (
    <span class="block">
      <Isolated text={words(locale).postAt(post)} />
      {dates && <span class="small muted"> ({dates})</span>}
    </span>
  )
}

function postDates(locale: Locale, { startsOn, endsOn }: RecordedPost): string {
  const t = words(locale)
  const [from, to] = [startsOn && formatDate(locale, startsOn), endsOn && formatDate(locale, endsOn)]
  if (from && to) return t.fromTo({ from, to })
  if (from) return t.since({ day: from })
  return to ? t.until({ day: to }) : ''
}
