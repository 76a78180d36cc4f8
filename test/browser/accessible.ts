import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds against WCAG 2.2 AA and good practice, one readable line a finding. Empty is good. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.replace(/\s+/g, ' ') ?? ''}`),
  )
}

/** How many pixels the page is wider than its window. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Controls under 24 by 24 pixels, links inside a sentence excepted (WCAG 2.5.8). Empty is good. */
export async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
    return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((control) => {
      const target = control.matches('[type=checkbox], [type=radio]') ? (control.closest('label') ?? control) : control
      const box = target.getBoundingClientRect()
      const unseen = !control.checkVisibility({ visibilityProperty: true }) || box.width === 0
      const inSentence = control.matches('p a, li p a, h3 a, dd a') && getComputedStyle(control).display === 'inline'
      const small = box.width < 24 || box.height < 24
      if (unseen || inSentence || !small || control.matches('.skip')) return []
      return [`${control.outerHTML.slice(0, 120)} ${Math.round(box.width)}x${Math.round(box.height)}`]
    })
  })
}
