import type { Child, FC } from 'hono/jsx'
import type { Locale } from '../../platform/i18n/catalogue.ts'
import type { VisitContext } from '../../platform/web/visit.ts'
import { type FrameProps, StaffPage } from '../accounts/parts.tsx'
import { isChannel } from './participation.ts'
import { words } from './words.ts'

const tabs = {
  today: '',
  people: '/people',
  matching: '/matching',
  connections: '/connections',
  season: '/season',
  meetings: '/meetings',
  polls: '/polls',
  authority: '/authority',
  setup: '/setup',
} as const
export type InitiativeTab = keyof typeof tabs

/**
 * A page of one initiative, for routes guarded by `facilitating`: its tabs in the masthead, its title over the heading.
 * `title` is the finding; `bare` when the page brings its own heading.
 */
export const InitiativePage: FC<FrameProps & { tab: InitiativeTab }> = ({ tab, ...props }) => {
  const { initiative, locale } = props.c.var
  const t = words(locale)
  const home = `/initiatives/${initiative.id}`
  const nav = Object.entries(tabs).map(([name, path]) => ({
    href: `${home}${path}`,
    label: t[`tab ${name as InitiativeTab}`],
    current: name === tab,
  }))
  return <StaffPage {...props} nav={nav} over={props.over ?? <a href={home}>{initiative.title}</a>} />
}

/** 'Video call in the browser': a way of talking in the language of the page. */
export function channelName(locale: Locale, channel: string): string {
  return isChannel(channel) ? words(locale)[`channel ${channel}`] : channel
}

/** A person's part in the initiative of the visit, as `accessPersonsPart` gives it. */
export interface PersonsPart {
  id: string
  person_id: string
  initiative_id: string
  agency_id: string
}

/** What later features show on a person's page; `src/wiring.ts` adds to it, in the order of the page. */
export const personSections: ((c: VisitContext, part: PersonsPart) => Promise<Child>)[] = []

/** What later features show on the page of a foundational engagement; `src/wiring.ts` adds to it. */
export const engagementSections: ((c: VisitContext, engagementId: string) => Child)[] = []
