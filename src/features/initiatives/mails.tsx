import { dayIn, formatDate } from '../../platform/clock.ts'
import { writeMail } from '../../platform/mail/write.ts'
import type { Work } from '../../platform/work.ts'
import { button, heading, paragraph, small } from '../../ui/mail/blocks.ts'
import type { Invitee } from './participation-store.ts'
import { profileLink } from './profile-link.ts'
import { profileWords } from './profile-words.ts'

/** Asks a peer for the one-minute form. One mail a peer and day, whatever is pressed twice. */
export async function mailInvitation(work: Work, peer: Invitee, manner: 'invite' | 'remind'): Promise<boolean> {
  const t = profileWords(peer.locale)
  const names = { initiative: peer.initiativeTitle, name: peer.name }
  const first = manner === 'invite'
  const sent = await writeMail(work, {
    kind: `profile.${manner}`,
    agencyId: peer.agencyId,
    to: recipient(peer),
    subject: first ? t.inviteSubject(names) : t.remindSubject(names),
    preheader: t.invitePreheader,
    blocks: [
      heading(first ? t.inviteHeading(names) : t.remindHeading(names)),
      paragraph(first ? t.inviteWhat(names) : t.remindWhat(names)),
      paragraph(t.inviteHow),
      button(await profileLink(work, peer), t.inviteButton),
      small(t.inviteLater),
    ],
    effectKey: `profile.ask:${peer.participationId}:${dayIn('UTC', work.now)}`,
  })
  return sent !== null
}

/** Tells a peer that the pause they asked for is over. */
export async function mailWelcomeBack(work: Work, peer: Invitee, untilOn: Temporal.PlainDate): Promise<void> {
  const t = profileWords(peer.locale)
  const names = { initiative: peer.initiativeTitle, name: peer.name, until: formatDate(peer.locale, untilOn) }
  await writeMail(work, {
    kind: 'profile.welcome-back',
    agencyId: peer.agencyId,
    to: recipient(peer),
    subject: t.backSubject(names),
    preheader: t.backPreheader,
    blocks: [
      heading(t.backHeading(names)),
      paragraph(t.backWhat(names)),
      paragraph(t.backHow),
      button(await profileLink(work, peer), t.backButton),
    ],
    effectKey: `profile.welcome-back:${peer.participationId}:${untilOn}`,
  })
}

function recipient({ email, name, locale, personId }: Invitee) {
  return { address: email, name, locale, personId }
}
