import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { guardedFetch, type OutsideLimits, readAddress } from './guarded-fetch.ts'
import { isPublicAddress } from './public-address.ts'

const servers: ReturnType<typeof createServer>[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(answer: RequestListener): Promise<{ port: number; base: string }> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { port, base: `http://calendar.test:${port}` }
}

const here: Partial<OutsideLimits> = {
  mayReach: (address) => address === '127.0.0.1',
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
}
const troubleOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error: { trouble?: string; message: string }) => error.trouble ?? error.message,
  )

describe('an address that may be asked', () => {
  test.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['0.0.0.0', false],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['100.127.255.255', false],
    ['100.128.0.1', true],
    ['127.0.0.1', false],
    ['127.255.0.3', false],
    ['169.254.169.254', false],
    ['172.15.0.1', true],
    ['172.31.255.1', false],
    ['192.168.1.1', false],
    ['192.0.2.5', false],
    ['198.19.0.1', false],
    ['224.0.0.251', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:8.8.8.8', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:7f00:1', false],
    ['::7f00:1', false],
    ['64:ff9b::7f00:1', false],
    ['64:ff9b:1::1', false],
    ['2002:7f00:1::', false],
    ['2001:0:7f00:1::', false],
    ['2001:db8::1', false],
    ['fc00::1', false],
    ['fd12:3456::1', false],
    ['fe80::1', false],
    ['fe80::1%eth0', false],
    ['fec0::1', false],
    ['ff02::1', false],
    ['100::1', false],
    ['localhost', false],
    ['', false],
  ])('%s: %s', (address, is) => {
    expect(isPublicAddress(address)).toBe(is)
  })

  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'gopher://example.org/',
    'https://user:password@example.org/',
    'javascript:alert(1)',
    'nothing',
    '',
  ])('is not %s', async (address) => {
    expect(await troubleOf(guardedFetch({ milliseconds: 5000 })(address))).toMatch(/^(address|unreachable)$/)
  })

  test('may begin with webcal, which is https', () => {
    expect(readAddress(' webcal://calendar.example/x.ics ').href).toBe('https://calendar.example/x.ics')
  })
})

describe('the guard', () => {
  test('reads what a public server says, and asks for it plainly', async () => {
    const { base } = await serve((request, response) =>
      response.end(`${request.headers.host} ${request.headers['accept-encoding']}`),
    )
    const answer = await guardedFetch(here)(`${base}/calendar.ics`)
    expect([answer.status, answer.body.toString()]).toEqual([200, `${new URL(base).host} identity`])
  })

  test('refuses a name of which any address is private, and goes to the one it has checked', async () => {
    const { port, base } = await serve((_request, response) => response.end('reached'))
    const both = [
      { address: '127.0.0.1', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]
    expect(await troubleOf(guardedFetch({ ...here, resolve: async () => both })(base))).toBe('address')
    // A name that is public when it is checked and private a moment later is asked for once only.
    let times = 0
    const rebinding = async () => [{ address: times++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }]
    expect((await guardedFetch({ ...here, resolve: rebinding })(`http://rebind.test:${port}/`)).body.toString()).toBe(
      'reached',
    )
    expect(times).toBe(1)
  })

  test('checks every redirect, follows three, and takes none from https to http', async () => {
    const { base, port } = await serve((request, response) => {
      const hop = Number(new URL(request.url ?? '', base).searchParams.get('hop') ?? 0)
      const to = request.url?.startsWith('/private') ? 'http://10.0.0.1/' : `/?hop=${hop - 1}`
      if (hop > 0 || request.url?.startsWith('/private')) response.writeHead(302, { location: to })
      response.end('arrived')
    })
    const outside = guardedFetch(here)
    expect((await outside(`${base}/?hop=3`)).body.toString()).toBe('arrived')
    expect(await troubleOf(outside(`${base}/?hop=4`))).toBe('unreachable')
    expect(await troubleOf(outside(`${base}/private`))).toBe('address')
    expect((await outside(`http://127.0.0.1:${port}/?hop=1`, { follow: false })).status).toBe(302)
  })

  test('sends a password to the server it was given for, and not to where that one leads', async () => {
    const seen: (string | undefined)[] = []
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization)
      response.end('other')
    })
    const { base } = await serve((request, response) => {
      seen.push(request.headers.authorization)
      response.writeHead(307, { location: other.base }).end()
    })
    await guardedFetch(here)(base, { credentials: 'kofi:secret' })
    expect(seen).toEqual([`Basic ${Buffer.from('kofi:secret').toString('base64')}`, undefined])
  })

  test('stops reading what is too large, whatever its length was said to be', async () => {
    const { base } = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/calendar' })
      const more = () => {
        while (response.write('x'.repeat(10_000)));
      }
      response.on('drain', more)
      more()
    })
    expect(await troubleOf(guardedFetch({ ...here, bytes: 100_000 })(base))).toBe('large')
  })

  test('stops waiting for a server that drips, one that is silent, and a name that is never found', async () => {
    const { base } = await serve((request, response) => {
      if (request.url === '/silent') return
      response.writeHead(200)
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drip))
    })
    const outside = guardedFetch({ ...here, milliseconds: 300 })
    expect(await troubleOf(outside(`${base}/drip`))).toBe('slow')
    expect(await troubleOf(outside(`${base}/silent`))).toBe('slow')
    const never = guardedFetch({ ...here, milliseconds: 100, resolve: () => new Promise(() => {}) })
    expect(await troubleOf(never(base))).toBe('slow')
  })

  test.each(['HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n', ''])(
    'takes a line that becomes another protocol, or ends, for no answer: %j',
    async (said) => {
      const { port } = await serve((request) => void (said ? request.socket.write(said) : request.socket.destroy()))
      const outside = guardedFetch({ ...here, milliseconds: 60_000 })
      expect(await troubleOf(outside(`http://calendar.test:${port}/`))).toBe('unreachable')
    },
  )

  test('says that nobody is there', async () => {
    const nowhere = guardedFetch({ ...here, resolve: async () => [] })
    expect(await troubleOf(nowhere('https://nobody.example/'))).toBe('unreachable')
    expect(await troubleOf(guardedFetch(here)('http://calendar.test:1/'))).toBe('unreachable')
  })
})
