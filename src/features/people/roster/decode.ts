export type DecodedText = { text: string } | { refusal: 'workbook' | 'notText' | 'empty' }

/**
 * The text of an uploaded file, whichever program wrote it: UTF-8 with or without its mark, UTF-16 with one, and otherwise
 * Windows-1252, which Excel still writes. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return { refusal: 'workbook' }
  const text = withoutControls(decode(bytes))
  if (text.trim() === '') return { refusal: 'empty' }
  return isText(text) ? { text } : { refusal: 'notText' }
}

function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

// The database takes no NUL, and no spreadsheet shows the others. They stay countable for isText as U+FFFD.
function withoutControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these characters are exactly what is meant
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]/gu, '\ufffd').replace(/^\ufeff/, '')
}

/** Pictures and archives are full of what no text holds. */
function isText(text: string): boolean {
  const strange = text.slice(0, 20_000).match(/\ufffd/g)?.length ?? 0
  return strange <= Math.min(text.length, 20_000) / 50
}
