import type { FC } from 'hono/jsx'
import { Icon, iconNames } from '../icons.tsx'
import { Section } from '../sections.tsx'
import { Table } from '../table.tsx'

const colours: [token: string, use: string, contrast?: string][] = [
  ['paper', 'page'],
  ['card', 'things you act on'],
  ['sunk', 'quiet fill'],
  ['rule', 'hairlines'],
  ['edge', 'field and button edges', '4.2 / 5.0'],
  ['ink', 'text', '15.5 / 14.7'],
  ['ink-2', 'second voice', '7.2 / 8.3'],
  ['band', 'masthead', '12.6 / 13.2'],
  ['green', 'actions, links, in use', '8.8 / 10.3'],
  ['green-mid', 'bars, ties', '3.9 / 5.9'],
  ['green-soft', 'faces, day bands'],
  ['green-tint', 'pinned, mine'],
  ['gold', 'focus and current tab, on band only', '7.4 / 8.3'],
  ['gold-mark', 'now, waits: marks', '3.7 / 8.7'],
  ['gold-ink', 'waits: words', '6.9 / 8.6'],
  ['gold-tint', 'waits: ground'],
  ['clay', 'late, wrong', '6.4 / 8.3'],
  ['clay-tint', 'late: ground'],
  ['sky', 'to know', '7.0 / 9.7'],
  ['sky-mid', 'second series', '3.7 / 5.4'],
  ['sky-tint', 'to know: ground'],
]

export const Colours: FC = () => (
  <Section title="Colour" id="colour" aside="Contrast ratios: light / dark">
    <div class="tiles swatches">
      {colours.map(([token, use, contrast]) => (
        <figure>
          <svg class="sw" aria-hidden="true">
            <rect width="100%" height="100%" fill={`var(--${token})`} />
          </svg>
          <figcaption class="small">
            <b>
              <code>{`--${token}`}</code>
            </b>
            <span class="block muted">{use}</span>
            {contrast && <span class="block muted num">{contrast}</span>}
          </figcaption>
        </figure>
      ))}
    </div>
  </Section>
)

const types = [
  {
    token: '3xl',
    look: 'ts t3xl',
    sample: 'Four peers have nobody',
    dense: '30 to 42 px',
    calm: '30 to 42 px',
  },
  { token: '2xl', look: 'ts t2xl', sample: 'Drifting pairs', dense: '24 to 29 px', calm: '24 to 29 px' },
  {
    token: 'xl',
    look: 'ts txl',
    sample: 'One page of questions people had asked us',
    dense: '20 px',
    calm: '24 px',
  },
  { token: 'l', look: 'tl', sample: 'Nothing is sent until you propose', dense: '17 px', calm: '20 px' },
  { token: 'm', look: '', sample: 'Both are re-writing the citizens’ budget', dense: '15 px', calm: '17 px' },
  { token: 's', look: 'small', sample: 'Sfax, Agadir. Silent for 34 days', dense: '13 px', calm: '14 px' },
]

export const Types: FC = () => (
  <Section title="Type" id="type" aside="Serif for headings and large figures, system sans for the rest">
    <Table
      caption="Sizes of type"
      rows={types}
      columns={[
        { head: 'Token', cell: ({ token }) => <code>{`--t-${token}`}</code> },
        { head: 'Sample', cell: ({ look, sample }) => <span class={look}>{sample}</span> },
        { head: 'Dense', cell: ({ dense }) => dense, numeric: true },
        { head: 'Calm', cell: ({ calm }) => calm, numeric: true },
      ]}
    />
    <p class="gap-s" lang="ar" dir="rtl">
      <span class="ts txl">ثلاثة أسئلة في دقيقة واحدة</span>{' '}
      <span class="block">العربية تأخذ خطًا نسخيًا للعناوين ومسافة أكبر بين السطور.</span>
    </p>
  </Section>
)

export const Spaces: FC = () => (
  <Section title="Space" id="space" aside="Seven steps">
    <ul class="row spaces">
      {[4, 8, 12, 16, 24, 36, 56].map((size, index) => (
        <li>
          <svg width={size} height={size} aria-hidden="true">
            <rect width="100%" height="100%" fill="var(--green-soft)" />
          </svg>
          <code class="small">{`--s${index + 1}`}</code> <span class="small muted">{size}</span>
        </li>
      ))}
    </ul>
  </Section>
)

export const Icons: FC = () => (
  <Section title="Icons" id="icons" aside="24 grid, 1.75 stroke; always next to a word or with a label">
    <ul class="row icons">
      {iconNames.map((name) => (
        <li>
          <Icon name={name} />
          <span class="small muted">{name}</span>
        </li>
      ))}
    </ul>
  </Section>
)
