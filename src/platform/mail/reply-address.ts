import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Settings } from '../settings.ts'

const signatureLength = 20
const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * The address that answers about one numbered thing come back to: the address for replies with the number and a signature
 * of 100 bits after a plus. Mail programs change the case of addresses, so it is made of small letters and digits.
 * @param settings without `mailReplies` nobody listens, and the answer is null
 * @example replyAddress(settings, 42) is 'replies+16-7hq…@example.org'
 */
export function replyAddress(settings: Settings, number: number): string | null {
  const at = settings.mailReplies?.lastIndexOf('@') ?? -1
  if (!settings.mailReplies || at < 0) return null
  const key = `${number.toString(36)}-${signature(settings.secret, number)}`
  return `${settings.mailReplies.slice(0, at)}+${key}${settings.mailReplies.slice(at)}`
}

/** The number behind an address that `replyAddress` made with the same secret; null for every other. */
export function readReplyAddress(settings: Settings, address: string): number | null {
  const key = /\+([0-9a-z]{1,10})-([0-9a-z]{20})@/.exec(address.toLowerCase())
  if (!key?.[1] || !key[2]) return null
  const number = Number.parseInt(key[1], 36)
  return timingSafeEqual(Buffer.from(key[2]), Buffer.from(signature(settings.secret, number))) ? number : null
}

function signature(secret: string, number: number): string {
  const bytes = createHmac('sha256', secret).update(`reply to ${number}`).digest()
  return Array.from({ length: signatureLength }, (_, place) => letters[(bytes[place] ?? 0) & 31]).join('')
}
