import { connect } from 'node:net'
import type { Random } from '../../src/engine/random.ts'

const lines = {
  method: ['GET', 'POST', 'HEAD', 'PUT', 'TRACE', 'CONNECT', 'OPTIONS', 'get', 'GE T', 'X'.repeat(2000), '\0', ''],
  target: [
    '/',
    '/sign-in',
    '/my',
    '//',
    '/../..',
    '*',
    'http://elsewhere.example/',
    'elsewhere.example:443',
    '/\\',
    '/a b',
    '/%',
    `/${'a'.repeat(20_000)}`,
    '/é',
    '',
    '/sign-in?next=//elsewhere.example',
  ],
  version: ['HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/9.9', 'http/1.1', ''],
  header: [
    'Host: perennial.test',
    'Host: elsewhere.example',
    'Host: [',
    'Host: a@b:99999',
    'Host:',
    'Content-Length: 5',
    'Content-Length: -1',
    'Content-Length: 99999999999999999999',
    'Content-Length: 5, 6',
    'Content-Length: 3000000000',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: chunked, identity',
    'Transfer-Encoding: gzip',
    'Connection: close',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Upgrade: h2c',
    'Expect: 100-continue',
    'Expect: nothing',
    'Content-Type: application/x-www-form-urlencoded',
    'Content-Type: multipart/form-data; boundary=x',
    'Origin: http://perennial.test',
    'Cookie: perennial=\u00ff\u00fe',
    ' folded: line',
    ': nothing',
    'No colon at all',
    'Bad\0name: x',
    `X-Long: ${'x'.repeat(30_000)}`,
    ...Array.from({ length: 3 }, (_, index) => `X-${index}: y`),
  ],
  body: [
    '',
    'hello',
    'address=ana@peers.example&_key=0123456789abcdef',
    '5\r\nhello\r\n0\r\n\r\n',
    'ffffffffffffffff\r\nhello',
    '-1\r\n',
    'zz\r\n',
    '0\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\n\r\n',
  ],
}

/** Bytes that are a request, nearly one, or nothing of the kind. */
export function rawRequest(random: Random): Buffer {
  if (random.next() < 0.1) return Buffer.from(Array.from({ length: 1 + random.int(400) }, () => random.int(256)))
  const end = random.next() < 0.9 ? '\r\n' : random.pick(['\n', '\r', '\n\r'])
  const chosen = Array.from({ length: random.int(6) }, () => random.pick(lines.header))
  const start = [
    random.next() < 0.7 ? random.pick(['GET', 'POST']) : random.pick(lines.method),
    random.pick(lines.target),
    random.next() < 0.8 ? 'HTTP/1.1' : random.pick(lines.version),
  ].join(' ')
  const usual = random.next() < 0.7 ? ['Host: perennial.test'] : []
  const whole = Buffer.from([start, ...usual, ...chosen, '', random.pick(lines.body)].join(end), 'latin1')
  return random.next() < 0.85 ? whole : whole.subarray(0, random.int(whole.length + 1))
}

/** What a server says to these bytes and the end of them, or null when it neither answers nor ends in five seconds. */
export function exchange(port: number, bytes: Buffer): Promise<string | null> {
  return new Promise((resolve) => {
    const said: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    const late = setTimeout(() => {
      socket.destroy()
      resolve(null)
    }, 5000)
    socket.on('data', (data: Buffer) => said.push(data))
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(late)
      resolve(Buffer.concat(said).toString('latin1'))
    })
  })
}
