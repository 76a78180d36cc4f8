import { withoutIsolates } from '../isolate.tsx'
import type { MailBlock } from './blocks.ts'

/**
 * The blocks as text/plain: short paragraphs parted by empty lines, links on lines of their own so that no
 * client breaks them. Lines are not wrapped: a phone wraps better than we can.
 */
export function plainText(blocks: MailBlock[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${clean(block.text)}\n${'='.repeat(Math.min(clean(block.text).length, 60))}`
    case 'paragraph':
    case 'small':
      return clean(block.text)
    case 'facts':
      return block.rows.map(([label, value]) => `${clean(label)}: ${clean(value)}`).join('\n')
    case 'button':
      return `${clean(block.label)}:\n${block.href}`
    case 'list':
      return block.items.map((item) => `- ${clean(item)}`).join('\n')
    case 'quote':
      return [...quoted(block.text), ...(block.from ? [`(${clean(block.from)})`] : [])].join('\n')
    case 'scale':
      return [
        clean(block.question),
        `(${clean(block.links[0]?.label ?? '')} = ${clean(block.low)}, ${clean(block.links.at(-1)?.label ?? '')} = ${clean(block.high)})`,
        ...block.links.map(({ label, href }) => `${clean(label)}: ${href}`),
      ].join('\n')
    case 'lines':
      return block.text
        .split('\n')
        .map((line) => `    ${line}`)
        .join('\n')
    case 'rule':
      return '----'
  }
}

function quoted(text: string): string[] {
  return clean(text)
    .split('\n')
    .map((line) => `> ${line}`)
}

/** No marks, and nothing that could pass for a line of its own. */
function clean(text: string): string {
  return withoutIsolates(text).replace(/\r\n?/g, '\n')
}
