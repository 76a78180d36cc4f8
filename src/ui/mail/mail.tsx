import type { Child, FC } from 'hono/jsx'
import { render } from '../layout.tsx'
import { Isolated, withoutIsolates } from '../isolate.tsx'
import { BlockView } from './block-view.tsx'
import { small, type MailBlock } from './blocks.ts'
import { comfort, look } from './look.ts'
import { plainText } from './plain-text.ts'

export interface MailFrame {
  lang: string
  dir?: 'ltr' | 'rtl' | undefined
  /** Name in the head and of the sender: the agency's or the product's. */
  from: string
  /** The line a mailbox shows after the subject. */
  preheader: string
  /** Why this mail came and how to stop it; the last thing in the mail. */
  footer: { text: string; links?: { href: string; label: string }[] | undefined }
}

/** The two bodies of one mail. */
export async function renderMail(blocks: MailBlock[], frame: MailFrame): Promise<{ html: string; text: string }> {
  const page = (
    <MailLayout {...frame} title={titleOf(blocks, frame)}>
      {blocks.map((block) => (
        <BlockView block={block} dir={frame.dir ?? 'ltr'} />
      ))}
    </MailLayout>
  )
  return {
    html: `<!doctype html>\n${await render(page)}`,
    text: plainText([...blocks, ...footerBlocks(frame)]),
  }
}

export const MailLayout: FC<MailFrame & { title: string; children?: Child }> = (props) => {
  const dir = props.dir ?? 'ltr'
  return (
    <html lang={props.lang} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{props.title}</title>
        <style>{comfort}</style>
      </head>
      <body style={`margin:0;${look.ground}`}>
        <div style="display:none;max-height:0;overflow:hidden">{withoutIsolates(props.preheader)}</div>
        <div role="article" aria-roledescription="email" aria-label={props.title} lang={props.lang} dir={dir}>
          <table role="presentation" class="bg" width="100%" cellpadding="0" cellspacing="0" style={look.ground}>
            <tr>
              <td align="center" style="padding:16px 8px">
                <table
                  role="presentation"
                  width="100%"
                  cellpadding="0"
                  cellspacing="0"
                  dir={dir}
                  style={`max-width:560px;text-align:${dir === 'rtl' ? 'right' : 'left'}`}
                >
                  <tr>
                    <td style={look.head}>
                      <bdi>{props.from}</bdi>
                    </td>
                  </tr>
                  <tr>
                    <td class="c" style={look.body}>
                      {props.children}
                    </td>
                  </tr>
                  <tr>
                    <td class="m" style={look.foot}>
                      <Isolated text={props.footer.text} />
                      <br />
                      {props.footer.links?.map(({ href, label }) => (
                        <>
                          <a class="l" href={href} style={look.link}>
                            {label}
                          </a>{' '}
                          &nbsp;{' '}
                        </>
                      ))}
                    </td>
                  </tr>
                </table>
              </td>
            </tr>
          </table>
        </div>
      </body>
    </html>
  )
}

function titleOf(blocks: MailBlock[], frame: MailFrame): string {
  const first = blocks.find((block) => block.kind === 'heading')
  return withoutIsolates(first?.text ?? frame.from)
}

function footerBlocks({ footer }: MailFrame): MailBlock[] {
  const links = (footer.links ?? []).map(({ href, label }) => `${label}: ${href}`)
  return [{ kind: 'rule' }, small([footer.text, ...links].join('\n'))]
}
