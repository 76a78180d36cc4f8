import type { Child } from 'hono/jsx'
import { Page } from '../../ui/layout.tsx'
import type { UiTexts } from '../../ui/texts.ts'
import { typedValues } from './form.ts'
import type { VisitContext } from './visit.ts'
import { webWords } from './words.ts'

/** The kit's own words in the language of the visit. */
export function uiTexts(locale: string): UiTexts {
  return webWords(locale)
}

/** Renders a page of plain words in the calm layout, with a status. */
function plainPage(c: VisitContext, status: 400 | 403 | 404 | 413 | 422 | 429 | 500 | 503, title: string, body: Child) {
  const page = (
    <Page title={title} body="calm" lang={c.var.locale} texts={uiTexts(c.var.locale)}>
      <div class="stack">
        <h1>{title}</h1>
        {body}
      </div>
    </Page>
  )
  return c.html(page, status)
}

/** 'Not here' and 'not yours' are this same page. */
export function missingPage(c: VisitContext) {
  const t = webWords(c.var.locale)
  return plainPage(
    c,
    404,
    t.missingTitle,
    <>
      <p class="lead">{t.missing}</p>
      <p>{t.missingAct}</p>
      <p>
        <a class="btn main" href="/my">
          {t.newLink}
        </a>
      </p>
    </>,
  )
}

/** A change that was not made, with the reason in one sentence. */
export function refusedPage(c: VisitContext, why: string) {
  return plainPage(c, 422, webWords(c.var.locale).refusedTitle, <p class="lead">{why}</p>)
}

/** A body that is not what its headers say it is. */
export function unreadablePage(c: VisitContext) {
  const t = webWords(c.var.locale)
  return plainPage(c, 400, t.refusedTitle, <p class="lead">{t.notUnderstood}</p>)
}

/** A form that another site sent (403). */
export function foreignPage(c: VisitContext) {
  return plainPage(c, 403, webWords(c.var.locale).refusedTitle, <p class="lead">{webWords(c.var.locale).foreign}</p>)
}

/** A body over the limit of the whole site (413). */
export function tooLargePage(c: VisitContext) {
  return plainPage(c, 413, webWords(c.var.locale).refusedTitle, <p class="lead">{webWords(c.var.locale).tooLarge}</p>)
}

/** Too many forms from one address. */
export function hurriedPage(c: VisitContext, minutes: number) {
  c.header('Retry-After', String(minutes * 60))
  return plainPage(c, 429, webWords(c.var.locale).refusedTitle, <p class="lead">{webWords(c.var.locale).hurried}</p>)
}

/** A failure of ours, which says nothing of our insides (500). */
export function failedPage(c: VisitContext) {
  return plainPage(c, 500, webWords(c.var.locale).failedTitle, <p class="lead">{webWords(c.var.locale).failed}</p>)
}

/** The database is away for a moment (503, with Retry-After). */
export function awayPage(c: VisitContext) {
  c.header('Retry-After', '10')
  return plainPage(c, 503, webWords(c.var.locale).awayTitle, <p class="lead">{webWords(c.var.locale).away}</p>)
}

/** The same form with other answers: nothing is lost, one button sends what was typed now. */
export function sentBeforePage(c: VisitContext, freshKey: string) {
  const t = webWords(c.var.locale)
  const fields = Object.entries(typedValues(c)).flatMap(([name, value]) =>
    [value].flat().map((text) => [name, text] as const),
  )
  return plainPage(
    c,
    422,
    t.sentTitle,
    <form method="post" action={c.req.path} class="stack">
      <p class="lead">{t.sentBefore}</p>
      <input type="hidden" name="_key" value={freshKey} />
      {fields.map(([name, text]) => (
        <input type="hidden" name={name} value={text} />
      ))}
      <button class="btn main">{t.sendThese}</button>
    </form>,
  )
}
