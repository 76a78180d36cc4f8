import { html } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import type { HtmlEscapedString } from 'hono/utils/html'
import { hasErrors, type FormState } from './form-state.ts'
import { ErrorSummary } from './form.tsx'
import { Foot, type FootProps } from './foot.tsx'
import { Masthead, type MastheadProps } from './masthead.tsx'
import { Note } from './sections.tsx'
import { stylesheet, type Density } from './stylesheet.ts'
import { TextsContext, type UiTexts } from './texts.ts'

export interface PageProps {
  /** Title of the page alone; the brand follows it. */
  title: string
  texts: UiTexts
  lang: string
  dir?: 'ltr' | 'rtl' | undefined
  /** Where the brand leads. */
  home?: string | undefined
  /** `work` for staff, `calm` for everybody else. */
  body?: Density | undefined
  nav?: MastheadProps['nav']
  me?: MastheadProps['me']
  footer?: FootProps | undefined
  /** The state of the page's form: its errors go into the title and, as a summary, before everything. */
  error?: FormState | undefined
  /** The `id` of the form that `error` speaks about, when it has one. */
  errorForm?: string | undefined
  /** What the last act did: 'Saved'. */
  notice?: Child
  width?: 'narrow' | 'page' | 'full' | undefined
  /** Paths of module scripts this page can use and does not need. */
  scripts?: string[] | undefined
  children?: Child
}

/** A whole document, doctype and all: `c.html(<Page …>…</Page>)`. It needs no inline style and no inline script. */
export const Page: FC<PageProps> = (props) => html`<!doctype html>${<Document {...props} />}`

/** Any component as a string, whether or not something inside it is asynchronous. */
export async function render(page: HtmlEscapedString | Promise<HtmlEscapedString>): Promise<string> {
  return String(await (await page).toString())
}

const Document: FC<PageProps> = (props) => {
  const body = props.body ?? 'work'
  const wide = widthClass(props.width ?? (body === 'calm' ? 'narrow' : 'full'))
  const prefix = hasErrors(props.error) ? `${props.texts.error}: ` : ''
  return (
    <TextsContext.Provider value={props.texts}>
      <html lang={props.lang} dir={props.dir ?? 'ltr'}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${prefix}${props.title} · ${props.texts.brand}`}</title>
          <link rel="stylesheet" href={stylesheet(body).path} />
          <link rel="icon" href="data:," />
          {props.scripts?.map((path) => (
            <script type="module" src={path} />
          ))}
        </head>
        <body class={body}>
          <a class="skip" href="#main">
            {props.texts.skip}
          </a>
          <Masthead home={props.home ?? '/'} nav={props.nav} me={props.me} wide={wide} />
          <main id="main" class={wide}>
            {props.error && <ErrorSummary state={props.error} form={props.errorForm} />}
            {props.notice && (
              <Note tone="go" status>
                {props.notice}
              </Note>
            )}
            {props.children}
          </main>
          {props.footer && <Foot {...props.footer} wide={wide} />}
        </body>
      </html>
    </TextsContext.Provider>
  )
}

function widthClass(width: 'narrow' | 'page' | 'full'): string {
  return width === 'full' ? 'wrap' : `wrap ${width}`
}
