import type { Child, FC } from 'hono/jsx'
import { Isolated } from '../isolate.tsx'
import type { MailBlock } from './blocks.ts'
import { look } from './look.ts'

/** One block as rows that every mail program lays out alike. */
export const BlockView: FC<{ block: MailBlock; dir: 'ltr' | 'rtl' }> = ({ block, dir }) => {
  switch (block.kind) {
    case 'heading':
      return (
        <h1 style={look.heading}>
          <Isolated text={block.text} />
        </h1>
      )
    case 'paragraph':
      return (
        <p style={look.paragraph}>
          <Isolated text={block.text} />
        </p>
      )
    case 'small':
      return (
        <p class="m" style={look.small}>
          <Isolated text={block.text} />
        </p>
      )
    case 'facts':
      return <MailFacts rows={block.rows} />
    case 'button':
      return (
        <MailButton href={block.href} quiet={block.quiet}>
          <Isolated text={block.label} />
        </MailButton>
      )
    case 'list':
      return (
        <ul style="margin:12px 0 0;padding:0 20px">
          {block.items.map((item) => (
            <li style="margin:0 0 4px">
              <Isolated text={item} />
            </li>
          ))}
        </ul>
      )
    case 'quote':
      return (
        <blockquote style={`margin:16px 0 0;padding:0;border:0 solid #b06f00;border-${startSide(dir)}-width:3px`}>
          <p style={`margin:0;white-space:pre-line;${look.quote}`} lang={block.lang} dir="auto">
            <Isolated text={block.text} />
          </p>
          {block.from && (
            <p class="m" style={look.quoteFrom}>
              <Isolated text={block.from} />
            </p>
          )}
        </blockquote>
      )
    case 'scale':
      return <MailScale {...block} dir={dir} />
    case 'lines':
      return (
        <p class="m" style={look.lines} dir="auto">
          {block.text}
        </p>
      )
    case 'rule':
      return <hr style="margin:20px 0 0;border:0;border-top:1px solid #dedbd0" />
  }
}

/** A link that looks like a button. What it opens has the button that writes. */
export const MailButton: FC<{ href: string; quiet?: boolean; children?: Child }> = ({ href, quiet, children }) => (
  <div style="padding:16px 0 0">
    <a class={quiet ? 'b' : 'p'} href={href} style={quiet ? look.quiet : look.main}>
      {children}
    </a>
  </div>
)

/** Label above value, so that long words in any language fit a phone. */
export const MailFacts: FC<{ rows: [label: string, value: string][] }> = ({ rows }) => (
  <dl style="margin:8px 0 0">
    {rows.map(([label, value]) => (
      <>
        <dt class="m" style={look.factLabel}>
          <Isolated text={label} />
        </dt>
        <dd style={`margin:0;${look.factValue}`}>
          <Isolated text={value} />
        </dd>
      </>
    ))}
  </dl>
)

const MailScale: FC<Extract<MailBlock, { kind: 'scale' }> & { dir: 'ltr' | 'rtl' }> = (props) => (
  <div style="padding:20px 0 0">
    <p style={look.question}>
      <Isolated text={props.question} />
    </p>
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" dir={props.dir}>
      <tr>
        {props.links.map(({ href, label }, index) => (
          <td
            width={`${Math.floor(100 / props.links.length)}%`}
            style={index > 0 ? `padding-${startSide(props.dir)}:6px` : ''}
          >
            <a class="b" href={href} aria-label={`${label}. ${props.question}`} style={look.quiet}>
              {label}
            </a>
          </td>
        ))}
      </tr>
    </table>
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" dir={props.dir}>
      <tr>
        <td class="m" style={look.end}>
          {props.low}
        </td>
        <td class="m" align={props.dir === 'rtl' ? 'left' : 'right'} style={look.end}>
          {props.high}
        </td>
      </tr>
    </table>
  </div>
)

function startSide(dir: 'ltr' | 'rtl'): 'left' | 'right' {
  return dir === 'rtl' ? 'right' : 'left'
}
