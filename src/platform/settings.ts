import { resolve } from 'node:path'
import { z } from 'zod'
import { keptSecret } from './kept-secret.ts'

/** A start that cannot go on; the message is one sentence for the operator. */
export class SettingError extends Error {}

const port = z.coerce.number().int().min(0).max(65535)
const webAddress = z.url({ protocol: /^https?$/ })

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: webAddress.optional(),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/)
    .default('Perennial <perennial@localhost>'),
  MAIL_IN_PORT: port.optional(),
  MAIL_IN_HOST: z.string().min(1).default('0.0.0.0'),
  IMAP_URL: z.url({ protocol: /^imaps?$/ }).optional(),
  MAIL_REPLIES: z.email().optional(),
  SECRET: z.string().min(32).optional(),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

/** What each variable must look like: printed when one is wrong, and the source of docs/operating.md. */
export const settingRules: Record<keyof z.infer<typeof environment>, string> = {
  PORT: 'a whole number from 0 to 65535',
  HOST: 'the address to listen on, like 127.0.0.1 or 0.0.0.0',
  BASE_URL: 'the address people open, like https://peers.example.org',
  DATA_DIR: 'a folder this process may write to',
  DATABASE_URL: 'a PostgreSQL address, like postgres://user:password@host/database',
  SMTP_URL: 'a mail server, like smtp://user:password@mail.example.org:587',
  MAIL_FROM: 'a sender, like Perennial <perennial@example.org>',
  MAIL_IN_PORT: 'a whole number from 0 to 65535',
  MAIL_IN_HOST: 'the address to take mail on, like 0.0.0.0 or 127.0.0.1',
  IMAP_URL: 'a mailbox, like imaps://user:password@mail.example.org/INBOX',
  MAIL_REPLIES: 'the address answers come back to, like replies@example.org',
  SECRET: 'at least 32 characters that nobody can guess',
  ROLE: 'one of all, web, worker',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
}

export interface Settings {
  port: number
  host: string
  /** Without a slash at the end; the only source of links in mails. */
  baseUrl: string
  dataDir: string
  databaseUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  /** Where mail comes in over SMTP; undefined where this process takes none. */
  mailIn?: { port: number; host: string } | undefined
  /** The mailbox that is read for mail that came in. */
  imapUrl?: string | undefined
  /** The address that answers come back to, signed for each; undefined where no mail comes in. */
  mailReplies?: string | undefined
  secret: string
  role: 'all' | 'web' | 'worker'
  logLevel: string
  /** Development pages (/dev) exist only where the command itself asked for them; no variable can. */
  development: boolean
}

/**
 * Reads the settings from the environment, checks them, and makes and keeps SECRET in DATA_DIR when absent.
 * @throws SettingError naming the first wrong variable
 */
export function readSettings(
  env: Record<string, string | undefined>,
  options: { development?: boolean } = {},
): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in settingRules && value !== ''))
  const read = environment.safeParse(given)
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]) as keyof typeof settingRules
    throw new SettingError(`${name} must be ${settingRules[name]}.`)
  }
  const values = read.data
  const dataDir = resolve(values.DATA_DIR)
  return {
    port: values.PORT,
    host: values.HOST,
    baseUrl: (
      values.BASE_URL ?? `http://${values.HOST === '0.0.0.0' ? 'localhost' : values.HOST}:${values.PORT}`
    ).replace(/\/+$/, ''),
    dataDir,
    databaseUrl: values.DATABASE_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    mailIn: values.MAIL_IN_PORT === undefined ? undefined : { port: values.MAIL_IN_PORT, host: values.MAIL_IN_HOST },
    imapUrl: values.IMAP_URL,
    mailReplies: repliesTo(values),
    secret: values.SECRET ?? ownSecret(dataDir),
    role: values.ROLE,
    logLevel: values.LOG_LEVEL,
    development: options.development ?? false,
  }
}

/** Calendars answer to nobody where nobody listens. */
function repliesTo(values: z.output<typeof environment>): string | undefined {
  if (values.MAIL_IN_PORT === undefined && !values.IMAP_URL) return undefined
  return values.MAIL_REPLIES ?? /([^\s<>]+@[^\s<>]+?)>?$/.exec(values.MAIL_FROM)?.[1]
}

function ownSecret(dataDir: string): string {
  try {
    return keptSecret(dataDir)
  } catch (cause) {
    throw new SettingError(`DATA_DIR must be ${settingRules.DATA_DIR}; ${dataDir} is not.`, { cause })
  }
}
