const blockBytes = 512

/** The header of one file in a tar archive (ustar; pax where a name is long or not ASCII). */
export function tarHeader(name: string, bytes: number): Buffer {
  if (/^[\x20-\x7e]{1,100}$/.test(name)) return header(name, bytes, '0')
  const record = paxRecord('path', name)
  return Buffer.concat([
    header('pax', record.length, 'x'),
    record,
    tarPadding(record.length),
    header('long-name', bytes, '0'),
  ])
}

/** What fills up a body of so many bytes to whole blocks. */
export function tarPadding(bytes: number): Buffer {
  return Buffer.alloc((blockBytes - (bytes % blockBytes)) % blockBytes)
}

/** A whole file of a tar archive. */
export function tarEntry(name: string, body: Buffer): Buffer {
  return Buffer.concat([tarHeader(name, body.length), body, tarPadding(body.length)])
}

/** The two empty blocks that end an archive. */
export function tarEnd(): Buffer {
  return Buffer.alloc(2 * blockBytes)
}

function header(name: string, bytes: number, type: '0' | 'x'): Buffer {
  const block = Buffer.alloc(blockBytes)
  block.write(name, 0, 'ascii')
  const [mode, user, group] = ['0000600', '0000000', '0000000']
  block.write(`${mode}\0${user}\0${group}\0`, 100, 'ascii')
  block.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124, 'ascii')
  block.write(`${'0'.repeat(11)}\0`, 136, 'ascii')
  block.write(' '.repeat(8) + type, 148, 'ascii')
  block.write('ustar\x0000', 257, 'ascii')
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'ascii')
  return block
}

// A record begins with its own length, the digits of the length included.
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.from(` ${key}=${value}\n`)
  let length = rest.length + 1
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length
  return Buffer.concat([Buffer.from(String(length)), rest])
}
