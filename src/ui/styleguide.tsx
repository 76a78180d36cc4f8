import type { FC } from 'hono/jsx'
import { Page } from './layout.tsx'
import { PageHead } from './sections.tsx'
import { SubNav } from './subnav.tsx'
import { Colours, Icons, Spaces, Types } from './styleguide/foundations.tsx'
import { Buttons, Fields } from './styleguide/controls.tsx'
import { Charts, Matching, Times } from './styleguide/charts.tsx'
import { Desk } from './styleguide/desk.tsx'
import { Lists, Notices, Report } from './styleguide/lists.tsx'
import { States, Tables } from './styleguide/tables.tsx'
import { englishTexts } from './texts.ts'

const contents = [
  ['colour', 'Colour'],
  ['type', 'Type'],
  ['space', 'Space'],
  ['buttons', 'Buttons'],
  ['fields', 'Fields'],
  ['tables', 'Tables'],
  ['states', 'Tags and states'],
  ['desk', 'Follow-ups'],
  ['charts', 'Charts'],
  ['times', 'Times'],
  ['matching', 'Matching'],
  ['notices', 'Notices'],
  ['lists', 'Lists'],
  ['report', 'Report'],
  ['icons', 'Icons'],
] as const

/** Every part of the kit on one page, in English, for whoever builds with it. */
export const StyleguidePage: FC<{ lang?: string; dir?: 'ltr' | 'rtl' }> = ({ lang, dir }) => (
  <Page
    title="Style guide"
    texts={englishTexts}
    lang={lang ?? 'en'}
    dir={dir}
    nav={[
      { href: '/', label: 'Today' },
      { href: '/dev/styleguide', label: 'Style guide', current: true },
      { href: '/dev/mail', label: 'Mail' },
    ]}
    me={{ name: 'Marta Lindqvist', href: '#me' }}
    footer={{
      links: [{ href: '#help', label: 'Help' }],
      languages: [
        { lang: 'en', name: 'English', href: '?lang=en', current: true },
        { lang: 'fr', name: 'Français', href: '?lang=fr' },
        { lang: 'ar', name: 'العربية', href: '?lang=ar' },
      ],
    }}
  >
    <SubNav
      label="Development"
      items={[
        { href: '/dev/styleguide', label: 'Style guide', current: true },
        { href: '/dev/mail', label: 'Mail' },
      ]}
    />
    <PageHead
      over="For whoever builds a page"
      title="The Perennial style guide"
      lead="Paper, ink, evergreen and one spot of marigold. Ink rules open a section, hairlines part its rows, and boxes are kept for things you can act on."
    />
    <nav aria-label="On this page">
      <ul class="row">
        {contents.map(([id, label]) => (
          <li>
            <a class="more" href={`#${id}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <div class="stack stack-6 gap-t">
      <Colours />
      <Types />
      <Spaces />
      <Buttons />
      <Fields />
      <Tables />
      <States />
      <Desk />
      <Charts />
      <Times />
      <Matching />
      <Notices />
      <Lists />
      <Report />
      <Icons />
    </div>
  </Page>
)
