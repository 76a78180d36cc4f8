import { html } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { stylesheet } from './stylesheet.ts'

export interface StageProps {
  title: string
  lang: string
  dir?: 'ltr' | 'rtl' | undefined
  /** How often the page loads itself again where no script does it. */
  refreshSeconds: number
  /** A module script that keeps the page up to date instead. */
  script: string | null
  children?: Child
}

/** A whole page for a projector: large, without masthead and footer, and nothing on it to press. */
export const Stage: FC<StageProps> = (props) => html`<!doctype html>${<Document {...props} />}`

const Document: FC<StageProps> = ({ title, lang, dir, refreshSeconds, script, children }) => {
  const refresh = <meta http-equiv="refresh" content={String(refreshSeconds)} />
  return (
    <html lang={lang} dir={dir ?? 'ltr'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href={stylesheet('work').path} />
        <link rel="icon" href="data:," />
        {script === null ? refresh : <noscript>{refresh}</noscript>}
        {script !== null && <script type="module" src={script} />}
      </head>
      <body class="stage">
        <main>{children}</main>
      </body>
    </html>
  )
}
