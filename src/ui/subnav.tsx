import type { FC } from 'hono/jsx'
import type { NavItem } from './masthead.tsx'

/** The pages of one thing, under the masthead: an initiative's people, season, report. */
export const SubNav: FC<{ label: string; items: NavItem[] }> = ({ label, items }) => (
  <nav aria-label={label}>
    <ul class="subnav">
      {items.map((item) => (
        <li>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
