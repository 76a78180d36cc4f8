import type { Child, FC } from 'hono/jsx'
import type { Tone } from './status.tsx'

/** Top of a page. The heading is the finding, not the name of the page. */
export const PageHead: FC<{ title: Child; over?: Child; lead?: Child; actions?: Child }> = (props) => (
  <div class="head">
    <div>
      {props.over && <p class="over">{props.over}</p>}
      <h1>{props.title}</h1>
      {props.lead && <p class="lead">{props.lead}</p>}
    </div>
    {props.actions && <div class="row">{props.actions}</div>}
  </div>
)

export interface SectionProps {
  title: Child
  /** Unique on the page; the section is named by its heading through it. */
  id: string
  count?: number | undefined
  more?: { href: string; label: Child } | undefined
  /** Quiet words at the end of the heading's line, instead of `more`. */
  aside?: Child
  light?: boolean | undefined
  children?: Child
}

/** Opens with an ink rule, as in a newspaper. */
export const Section: FC<SectionProps> = (props) => (
  <section class={props.light ? 'sec light cq' : 'sec cq'} aria-labelledby={props.id}>
    <header>
      <h2 id={props.id}>
        {props.title}
        {props.count !== undefined && <span class="count">{props.count}</span>}
      </h2>
      {props.more && <a href={props.more.href}>{props.more.label}</a>}
      {props.aside && <p class="small muted">{props.aside}</p>}
    </header>
    {props.children}
  </section>
)

/** Sections under each other, at the distance the design asks for. */
export const Sections: FC<{ children?: Child }> = ({ children }) => <div class="stack stack-6">{children}</div>

/** Two columns from 60 rem on: the work and, narrower, what stands beside it. */
export const Columns: FC<{ kind?: 'aside' | 'even' | 'lead'; children?: Child }> = ({ kind, children }) => (
  <div class={kind && kind !== 'aside' ? `cols ${kind} gap-t` : 'cols gap-t'}>{children}</div>
)

/** To be read, not acted on. `status` announces it: use it for what an act just did. */
export const Note: FC<{ tone: Tone; title?: Child; status?: boolean | undefined; children?: Child }> = (props) => (
  <div class="note" data-tone={props.tone} role={props.status ? 'status' : undefined}>
    {props.title && <h2>{props.title}</h2>}
    {typeof props.children === 'string' ? <p>{props.children}</p> : props.children}
  </div>
)

/** Says what belongs here and offers the first step. */
export const Empty: FC<{ title: Child; action?: Child; children?: Child }> = ({ title, action, children }) => (
  <div class="empty">
    <h2>{title}</h2>
    {children && <p>{children}</p>}
    {action && <div class="row gap-2">{action}</div>}
  </div>
)

/** A card means: act here. Never one inside another. */
export const Card: FC<{ over?: Child; title: Child; id: string; children?: Child }> = (props) => (
  <section class="card lift cq" aria-labelledby={props.id}>
    {props.over && <p class="over">{props.over}</p>}
    <h2 id={props.id}>{props.title}</h2>
    {props.children}
  </section>
)

export const Quote: FC<{ from?: Child; lang?: string | undefined; children?: Child }> = ({ from, lang, children }) => (
  <blockquote class="quote">
    <span lang={lang}>{children}</span>
    {from && <footer>{from}</footer>}
  </blockquote>
)

/** Something most people need not see: opens under its own words. */
export const Disclosure: FC<{ summary: Child; open?: boolean; children?: Child }> = ({ summary, open, children }) => (
  <details class="gap-2" open={open ?? false}>
    <summary class="sumy">{summary}</summary>
    <div class="stack stack-2 gap-2">{children}</div>
  </details>
)

/** What somebody wrote, with their line breaks and in the direction of their language. */
export const Prose: FC<{ text: string; lang?: string | undefined }> = ({ text, lang }) => (
  <p class="prose" lang={lang} dir="auto">
    {text}
  </p>
)
