import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A passkey device made of software: enough of WebAuthn (ES256, no attestation) to be believed by a real server. */
export interface Authenticator {
  /** Answers to registration options as a browser would send it. */
  register(options: { challenge: string; rp: { id: string } }): object
  /** Answers to sign-in options. */
  assert(options: { challenge: string; rpId: string }): object
}

const encoded = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

export function softAuthenticator(origin: string): Authenticator {
  const id = randomBytes(16)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let counter = 0
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  // Flags: user present, user verified and, at registration, a new credential inside.
  const head = (rpId: string, flags: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter++)
    return Buffer.concat([hash(rpId), Buffer.from([flags]), count])
  }
  return {
    register({ challenge, rp }) {
      const length = Buffer.from([0, id.length])
      const authData = Buffer.concat([head(rp.id, 0x45), Buffer.alloc(16), length, id, coseKey(publicKey)])
      const attestation = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      )
      return answer(id, {
        clientDataJSON: encoded(clientData('webauthn.create', challenge)),
        attestationObject: encoded(attestation),
        transports: ['internal'],
      })
    },
    assert({ challenge, rpId }) {
      const client = clientData('webauthn.get', challenge)
      const authenticatorData = head(rpId, 0x05)
      const signature = sign('sha256', Buffer.concat([authenticatorData, hash(client)]), privateKey)
      return answer(id, {
        clientDataJSON: encoded(client),
        authenticatorData: encoded(authenticatorData),
        signature: encoded(signature),
      })
    },
  }
}

function answer(id: Buffer, response: object): object {
  return { id: encoded(id), rawId: encoded(id), type: 'public-key', clientExtensionResults: {}, response }
}

function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const at = (part: string) => Buffer.from(part, 'base64url')
  return cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, at(x)],
      [-3, at(y)],
    ]),
  )
}

/** The few kinds of CBOR (RFC 8949) that WebAuthn needs here: small numbers, bytes, text, maps. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? lead(0, value) : lead(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([lead(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Map) return Buffer.concat([lead(5, value.size), ...[...value].flat().map(cbor)])
  if (value instanceof Uint8Array) return Buffer.concat([lead(2, value.length), value])
  throw new TypeError('no CBOR for this')
}

function lead(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count])
  if (count < 256) return Buffer.from([(major << 5) | 24, count])
  return Buffer.from([(major << 5) | 25, count >> 8, count & 255])
}
