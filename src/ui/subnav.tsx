import type { FC } from 'hono/jsx'
import { type NavItem, NavLinks } from './masthead.tsx'

/** The pages of one thing, under the masthead: an initiative's people, season, report. */
export const SubNav: FC<{ label: string; items: NavItem[] }> = ({ label, items }) => (
  <nav aria-label={label}>
    <NavLinks class="subnav" items={items} />
  </nav>
)
