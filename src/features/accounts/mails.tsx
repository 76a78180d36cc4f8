import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { formatTime, systemClock, zoneLabel } from '../../platform/clock.ts'
import { chooseLocale } from '../../platform/i18n/catalogue.ts'
import { queueMail } from '../../platform/mail/queue.ts'
import { codeMinutes } from '../../platform/sessions/sign-in.ts'
import type { Work } from '../../platform/work.ts'
import { isolate, withoutIsolates } from '../../ui/isolate.tsx'
import { button, heading, lines, type MailBlock, paragraph, small } from '../../ui/mail/blocks.ts'
import { renderMail } from '../../ui/mail/mail.tsx'
import { codeAddress } from './code-address.ts'
import { words } from './words.ts'

interface Reader {
  name: string
  email: string
  locale: string
  zone: string
}

/** The code, and a link to the page on which one button uses it. */
export async function sendCodeMail(
  work: Work,
  reader: Reader & { agency_id: string; is_demonstration: boolean },
  entry: { code: string; next: string; effectKey: string },
): Promise<void> {
  const locale = chooseLocale(reader.locale)
  const t = words(locale)
  // Codes live on the machine's clock, so their end is told by it too.
  const until = systemClock.now().add({ minutes: codeMinutes })
  await send(work, reader, {
    // A code belongs to its reader alone, so no agency's outbox shows it; a demonstration's never leaves this machine.
    agencyId: reader.is_demonstration ? reader.agency_id : null,
    kind: 'sign-in.code',
    effectKey: entry.effectKey,
    subject: t.codeSubject,
    preheader: t.codePreheader,
    why: t.codeWhy,
    blocks: [
      heading(t.codeSubject),
      paragraph(t.codeLead({ name: isolate(reader.name) })),
      lines(spaced(entry.code)),
      button(
        codeAddress(work.world.settings.baseUrl, { email: reader.email, code: entry.code, next: entry.next }),
        t.codeButton,
      ),
      small(
        t.codeUntil({ time: formatTime(locale, reader.zone, until), zone: isolate(zoneLabel(locale, reader.zone)) }),
      ),
    ],
  })
}

/** Tells somebody that they belong to the staff now, and how to sign in. */
export async function sendInvitation(
  work: Work,
  agency: { id: string; name: string },
  colleague: Reader & { role: string },
): Promise<void> {
  const t = words(chooseLocale(colleague.locale))
  const who = { inviter: isolate(work.actor.name), agency: isolate(agency.name) }
  const told = { administrator: t.inviteAdministrator, facilitator: t.inviteFacilitator, funder: t.inviteFunder }
  const role = colleague.role === 'administrator' || colleague.role === 'funder' ? colleague.role : 'facilitator'
  const query = new URLSearchParams({ address: colleague.email })
  await send(work, colleague, {
    agencyId: agency.id,
    kind: 'staff.invite',
    subject: t.inviteSubject(who),
    preheader: t.invitePreheader,
    why: t.inviteWhy(who),
    blocks: [
      heading(t.inviteSubject(who)),
      paragraph(told[role](who)),
      paragraph(t.inviteHow),
      button(`${work.world.settings.baseUrl}/sign-in?${query}`, t.signIn),
    ],
  })
}

interface Letter {
  agencyId: string | null
  kind: MailKind
  subject: string
  preheader: string
  why: string
  blocks: MailBlock[]
  effectKey?: string
}

async function send(work: Work, reader: Reader, letter: Letter): Promise<void> {
  const locale = chooseLocale(reader.locale)
  const rendered = await renderMail(letter.blocks, {
    lang: locale,
    from: 'Perennial',
    preheader: letter.preheader,
    footer: { text: letter.why },
  })
  await queueMail(work, {
    agencyId: letter.agencyId,
    kind: letter.kind,
    to: { address: reader.email, name: reader.name },
    locale,
    subject: withoutIsolates(letter.subject),
    ...rendered,
    ...(letter.effectKey ? { effectKey: letter.effectKey } : {}),
  })
}

/** '1234 5678' is read and typed with fewer mistakes. */
function spaced(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ')
}
