import type { MailKind } from '../../platform/mail/mail-kind.ts'
import { formatDate } from '../../platform/clock.ts'
import { list } from '../../platform/i18n/catalogue.ts'
import { makeLink, makeLinks, type NewLink } from '../../platform/links/links.ts'
import { type WrittenMail, writeMail, writeMails } from '../../platform/mail/write.ts'
import type { Work } from '../../platform/work.ts'
import { isolate } from '../../ui/isolate.tsx'
import { button, facts, heading, type MailBlock, paragraph, small } from '../../ui/mail/blocks.ts'
import { peerWords } from './peer-words.ts'
import { clocksTogether, commonLanguages, portraitLine } from './portrait.ts'
import type { Member } from './members.ts'
import type { Connection } from './store.ts'
import type { Thanks } from './thanks.ts'

type Setting = { agency: string; title: string }

interface Letter {
  kind: MailKind
  subject: string
  preheader: string
  blocks: MailBlock[]
  /** The one button, after the blocks: address and label. */
  button?: [href: string, label: string]
  effectKey?: string
}

const days = { proposal: 90, agreement: 180, home: 90 }
type Way = keyof typeof days

/** A member who is asked about a proposal, beside all its members. */
export interface Asked {
  connection: Connection
  to: Member
  members: Member[]
  /** Whom they had been proposed before: this stands in the place of that. */
  insteadOf?: string | undefined
}

/** Who, why, what each gives, and one button to the page that asks. */
export async function sendProposal(
  work: Work,
  setting: Setting,
  asked: Asked,
  step: 'ask' | 'remind' | 'again',
): Promise<void> {
  await sendProposals(work, setting, [asked], step)
}

/** The same for many at once. */
export async function sendProposals(
  work: Work,
  setting: Setting,
  all: readonly Asked[],
  step: 'ask' | 'remind' | 'again',
): Promise<void> {
  const links = await makeLinks(
    work,
    all.map(({ connection, to }) => linkFor(connection, to, 'proposal')),
  )
  await writeMails(
    work,
    all.map((asked, place) =>
      addressed(asked.connection, asked.to, proposalLetter(work, setting, asked, step, links[place] ?? '')),
    ),
  )
}

function proposalLetter(
  work: Work,
  setting: Setting,
  { to, members, insteadOf }: Asked,
  step: 'ask' | 'remind' | 'again',
  link: string,
): Letter {
  const t = peerWords(to.locale)
  const others = namesBut(to, members)
  const two = members.length === 2
  const said = {
    ask: { subject: t.askSubject({ others, two }), lead: t.askLead({ agency: setting.agency, others }) },
    remind: { subject: t.remindSubject({ others }), lead: t.remindLead({ others }) },
    again: { subject: t.againSubject({ others }), lead: t.againLead({ others }) },
  }[step]
  return {
    kind: `proposal.${step}`,
    subject: said.subject,
    preheader: t.askPreheader,
    blocks: [
      heading(said.subject),
      paragraph(t.hello({ name: to.name })),
      ...(insteadOf ? [paragraph(t.insteadOf({ before: insteadOf }))] : []),
      paragraph(said.lead),
      ...(to.why ? [paragraph(to.why)] : []),
      ...members.filter((other) => other !== to).map((other) => portrayed(work, to, other)),
      ...(to.gives ? [facts([[t.factYouGive, to.gives]])] : []),
      button(link, t.askButton),
      small(t.askNothingYet),
    ],
  }
}

function portrayed(work: Work, to: Member, other: Member): MailBlock {
  const t = peerWords(to.locale)
  const languages = commonLanguages(to.locale, to, other)
  const rows: [string, string][] = [
    [t.factWho, [isolate(other.name), portraitLine(to.locale, other)].filter(Boolean).join(', ')],
  ]
  if (languages.length > 0) rows.push([t.factLanguages, list(to.locale, languages)])
  rows.push([t.factClocks, t.clocks(clocksTogether(to.locale, to, other, work.now))])
  if (other.gives) rows.push([t.factTheyGive({ name: other.name }), other.gives])
  return facts(rows)
}

/** Everybody said yes: the link to the agreement. */
export async function sendItIsOn(work: Work, connection: Connection, to: Member, members: Member[]) {
  const t = peerWords(to.locale)
  const others = namesBut(to, members)
  await send(work, connection, to, {
    ...opening(to, t.onSubject({ others }), [t.onLead({ others }), t.onNext]),
    kind: 'connection.on',
    effectKey: `connection.on:${connection.id}:${to.personId}`,
    button: [await fresh(work, connection, to, 'agreement'), t.onButton],
  })
}

/** The proposal will not go ahead: kindly, and never why. */
export async function sendOff(work: Work, connection: Connection, to: Member, members: Member[]) {
  const t = peerWords(to.locale)
  const others = namesBut(to, members)
  await send(work, connection, to, {
    ...opening(to, t.offSubject({ others }), [t.offLead({ others }), t.offKind]),
    kind: 'proposal.off',
    effectKey: `proposal.off:${connection.id}:${to.personId}`,
  })
}

/** The agreement waits to be accepted anew; at most one mail a day for whoever has not answered the last one. */
export async function sendAgreementChanged(work: Work, connection: Connection, to: Member, by: Member) {
  const t = peerWords(to.locale)
  const day = work.now.toString().slice(0, 10)
  await send(work, connection, to, {
    ...opening(to, t.changedSubject({ name: by.name }), [t.changedLead({ name: by.name })]),
    kind: 'agreement.changed',
    effectKey: `agreement.changed:${connection.id}:${to.personId}:${to.agreedVersion ?? 0}:${day}`,
    button: [await fresh(work, connection, to, 'agreement'), t.onButton],
  })
}

export async function sendPaused(
  work: Work,
  connection: Connection,
  to: Member,
  members: Member[],
  untilOn: Temporal.PlainDate,
) {
  const t = peerWords(to.locale)
  const of = { others: namesBut(to, members), until: formatDate(to.locale, untilOn) }
  await send(work, connection, to, {
    ...opening(to, t.pausedSubject(of), [t.pausedLead(of)]),
    kind: 'connection.pause',
  })
}

export async function sendResumed(work: Work, connection: Connection, to: Member, members: Member[]) {
  const t = peerWords(to.locale)
  const others = namesBut(to, members)
  await send(work, connection, to, {
    ...opening(to, t.resumedSubject({ others }), [t.resumedLead({ others })]),
    kind: 'connection.resume',
    button: [await fresh(work, connection, to, 'home'), t.resumedButton],
  })
}

export async function sendThanks(work: Work, connection: Connection, to: Member, thanks: Thanks) {
  const paragraphs = thanks.text.split(/\r?\n\s*\r?\n/).map((part) => part.trim())
  await send(work, connection, to, {
    ...opening(to, thanks.subject, paragraphs.filter(Boolean)),
    kind: 'connection.thanks',
  })
}

export async function sendReopened(work: Work, connection: Connection, to: Member, members: Member[]) {
  const t = peerWords(to.locale)
  const others = namesBut(to, members)
  await send(work, connection, to, {
    ...opening(to, t.reopenedSubject({ others }), [t.reopenedLead({ others })]),
    kind: 'connection.reopen',
    button: [await fresh(work, connection, to, 'agreement'), t.onButton],
  })
}

export async function sendLeft(work: Work, connection: Connection, to: Member, leaver: Member) {
  const t = peerWords(to.locale)
  await send(work, connection, to, {
    ...opening(to, t.leftSubject({ name: leaver.name }), [t.leftLead({ name: leaver.name })]),
    kind: 'connection.leave',
  })
}

async function send(work: Work, connection: Connection, to: Member, letter: Letter): Promise<void> {
  await writeMail(work, addressed(connection, to, letter))
}

function addressed(connection: Connection, to: Member, { button: last, blocks, ...letter }: Letter): WrittenMail {
  return {
    ...letter,
    agencyId: connection.agency_id,
    to: { address: to.email, name: to.name, locale: to.locale, personId: to.personId },
    blocks: last ? [...blocks, button(...last)] : blocks,
  }
}

function opening(to: Member, subject: string, sentences: string[]) {
  const t = peerWords(to.locale)
  return {
    subject,
    preheader: sentences[0] ?? subject,
    blocks: [heading(subject), paragraph(t.hello({ name: to.name })), ...sentences.map(paragraph)],
  }
}

function namesBut(to: Member, members: Member[]): string {
  return list(
    to.locale,
    members.filter((member) => member.personId !== to.personId).map((member) => member.name),
  )
}

function fresh(work: Work, connection: Connection, to: Member, purpose: Way): Promise<string> {
  return makeLink(work, linkFor(connection, to, purpose))
}

function linkFor(connection: Connection, to: Member, purpose: Way): NewLink {
  return {
    agencyId: connection.agency_id,
    purpose,
    personId: to.personId,
    subjectId: purpose === 'home' ? null : connection.id,
    days: days[purpose],
  }
}
