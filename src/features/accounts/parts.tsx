import type { Child, FC } from 'hono/jsx'
import { locales } from '../../platform/i18n/catalogue.ts'
import { uiTexts } from '../../platform/web/answers.tsx'
import { said } from '../../platform/web/said.ts'
import { type StaffViewer, staffOf, type VisitContext } from '../../platform/web/visit.ts'
import type { FormState } from '../../ui/form-state.ts'
import type { FootProps } from '../../ui/foot.tsx'
import { Page } from '../../ui/layout.tsx'
import type { NavItem } from '../../ui/masthead.tsx'
import { Note, PageHead } from '../../ui/sections.tsx'
import { hasWaitingMail, isEmptyInstallation } from './store.ts'
import { words } from './words.ts'

export interface FrameProps {
  c: VisitContext
  /** Title of the document and, unless `bare`, the first heading: the finding, not the name of the page. */
  title: string
  /** A quiet line over the heading, a sentence under it, buttons beside it. */
  over?: Child
  lead?: Child
  actions?: Child
  /** The page brings its own heading. */
  bare?: boolean | undefined
  /** The state of the page's form: its errors go into the title and the summary. */
  error?: FormState | undefined
  errorForm?: string | undefined
  /** What the last act did. */
  notice?: Child
  /** Instead of `notice`: the catalogue in which ?said= is looked up. */
  sentences?: object | undefined
  /** Paths of islands (islandPath) this page can use. */
  scripts?: (string | null)[] | undefined
  width?: 'narrow' | 'page' | 'full' | undefined
  children?: Child
}

export type StaffTab = 'initiatives' | 'staff' | 'audit' | 'outbox'

/** A page for staff: masthead with their tabs (or `nav` instead), their account, the language in the footer. */
export const StaffPage: FC<FrameProps & { tab?: StaffTab | undefined; nav?: NavItem[] | undefined }> = (props) => {
  const { c, tab, nav, ...rest } = props
  const viewer = staffOf(c)
  return (
    <Frame
      {...rest}
      c={c}
      density="work"
      home={viewer.role === 'funder' ? '/account' : '/initiatives'}
      nav={nav ?? staffTabs(c, viewer, tab)}
      me={{ name: viewer.name, href: '/account' }}
      above={viewer.role === 'funder' ? null : <Notices c={c} viewer={viewer} atOutbox={tab === 'outbox'} />}
    />
  )
}

/** A calm page in one column: for peers, authorisers, and whoever is not signed in. */
export const PeerPage: FC<FrameProps> = (props) => <Frame {...props} density="calm" home="/" />

interface WholeFrameProps extends FrameProps {
  density: 'work' | 'calm'
  home: string
  nav?: NavItem[] | undefined
  me?: { name: string; href: string } | undefined
  above?: Child
}

const Frame: FC<WholeFrameProps> = (props) => {
  const { c, title } = props
  return (
    <Page
      title={title}
      texts={uiTexts(c.var.locale)}
      lang={c.var.locale}
      body={props.density}
      home={props.home}
      nav={props.nav}
      me={props.me}
      footer={foot(c)}
      error={props.error}
      errorForm={props.errorForm}
      notice={props.notice ?? (props.sentences ? said(c, props.sentences) : undefined)}
      scripts={props.scripts?.filter((path) => path !== null)}
      width={props.width}
    >
      {props.above}
      {!props.bare && <PageHead title={title} over={props.over} lead={props.lead} actions={props.actions} />}
      {props.children}
    </Page>
  )
}

function staffTabs(c: VisitContext, viewer: StaffViewer, tab: StaffTab | undefined): NavItem[] {
  const t = words(c.var.locale)
  if (viewer.role === 'funder') return []
  const item = (name: StaffTab): NavItem => ({ href: `/${name}`, label: t[name], current: tab === name })
  const everybody = [item('initiatives')]
  return viewer.role === 'administrator' ? [...everybody, item('staff'), item('audit'), item('outbox')] : everybody
}

/** What staff must know on every page: that this is no real initiative, or that no mail leaves. */
const Notices = async (props: { c: VisitContext; viewer: StaffViewer; atOutbox: boolean }) => {
  const { c, viewer } = props
  const { world, locale } = c.var
  const { settings, db } = world
  const t = words(locale)
  if (viewer.isDemonstration && !settings.development) {
    const canStart = await isEmptyInstallation(world)
    return (
      <Note tone="info">
        <p>
          {t.demonstration} {canStart && <a href="/start">{t.startOwn}</a>}
        </p>
      </Note>
    )
  }
  if (props.atOutbox) return null
  if (settings.smtpUrl !== undefined || settings.development || !(await hasWaitingMail(db, viewer.agencyId)))
    return null
  return (
    <Note tone="wait">
      <p>
        {t.mailWaits} {viewer.role === 'administrator' && <a href="/outbox">{t.mailWaitsRead}</a>}
      </p>
    </Note>
  )
}

const languageNames = { en: 'English', fr: 'Français' } as const

/** The same page in the other languages. A page that answers a POST leads back to the page the form was on. */
function foot(c: VisitContext): FootProps {
  const here = new URL(c.req.url)
  const from = c.req.method === 'GET' ? null : URL.parse(c.req.header('referer') ?? '')
  const url = from?.host === here.host ? from : here
  const languages = locales.map((lang) => {
    const query = new URLSearchParams(url.search)
    query.delete('said')
    query.set('lang', lang)
    return { lang, name: languageNames[lang], href: `${url.pathname}?${query}`, current: lang === c.var.locale }
  })
  return { languages }
}
