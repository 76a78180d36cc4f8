import type { FC } from 'hono/jsx'
import { Icon } from './icons.tsx'
import { initials } from './status.tsx'
import { useTexts } from './texts.ts'

export interface NavItem {
  href: string
  label: string
  current?: boolean | undefined
}

export interface MastheadProps {
  home: string
  nav?: NavItem[] | undefined
  /** Who is signed in; the badge leads to the account. */
  me?: { name: string; href: string } | undefined
}

/** One line: brand, tabs (behind a menu button on narrow screens, without script), account. */
export const Masthead: FC<MastheadProps & { wide: string }> = ({ home, nav, me, wide }) => {
  const texts = useTexts()
  const hasNav = nav !== undefined && nav.length > 0
  return (
    <header class="top">
      <div class={wide}>
        <a class="brand" href={home}>
          <svg viewBox="0 0 26 26" aria-hidden="true">
            <path class="leaf-a" d="M13 24C5 22 1 15 3 5c8 1 12 9 10 19" />
            <path class="leaf-b" d="M13 24c-2-9 2-16 10-18 2 9-2 16-10 18" />
          </svg>
          <bdi>{texts.brand}</bdi>
        </a>
        {hasNav && (
          <>
            <button class="menu-btn" type="button" popovertarget="nav">
              <Icon name="menu" />
              {texts.menu}
            </button>
            <nav id="nav" popover="auto" aria-label={texts.navigation}>
              <NavLinks class="tabs" items={nav} />
            </nav>
          </>
        )}
        {me && (
          <a class={hasNav ? 'me' : 'me end'} href={me.href}>
            <span>{initials(me.name)}</span>
            <span class="vh">
              , {texts.account}, <bdi>{me.name}</bdi>
            </span>
          </a>
        )}
      </div>
    </header>
  )
}

/** Links to pages, of which one is the current one. */
export const NavLinks: FC<{ class: string; items: NavItem[] }> = (props) => (
  <ul class={props.class}>
    {props.items.map((item) => (
      <li>
        <a href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}
        </a>
      </li>
    ))}
  </ul>
)
