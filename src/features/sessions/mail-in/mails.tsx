import { formatMoment } from '../../../platform/clock.ts'
import { catalogue, chooseLocale } from '../../../platform/i18n/catalogue.ts'
import { writeMail } from '../../../platform/mail/write.ts'
import type { Work } from '../../../platform/work.ts'
import { facts, heading, paragraph } from '../../../ui/mail/blocks.ts'
import { answerButtons, factsOf } from '../calendar/mails.tsx'
import { isAhead } from '../replies/reply.ts'
import { addressee } from '../members.ts'
import type { SessionRow } from '../store.ts'

/** Why an answer by mail could not be taken as it came. */
export type LinkReason = 'no calendar' | 'not signed' | 'superseded' | 'delegated' | { refusal: string }

const words = catalogue(
  {
    subject: (a: { when: string }) => `Please answer here: ${a.when}`,
    heading: 'Your mail arrived; one tap is still needed',
    overHeading: 'Your mail arrived; there is nothing to answer any more',
    'no calendar': 'A mail without the answer of a calendar cannot be read by itself. Tap what you want to say.',
    'not signed':
      'An answer came that we cannot be sure is yours, so it changed nothing. Tap what you want to say. If it was not you, there is nothing to do.',
    superseded: 'Your answer was about an earlier time. This is the present one.',
    delegated: 'An invitation cannot be handed on to somebody else. Tell us whether you come yourself.',
  },
  {
    subject: (a) => `Merci de répondre ici : ${a.when}`,
    heading: 'Votre courriel est arrivé ; il manque un seul geste',
    overHeading: 'Votre courriel est arrivé ; il n’y a plus rien à répondre',
    'no calendar':
      'Un courriel sans la réponse d’un agenda ne peut pas être lu tout seul. Touchez ce que vous voulez dire.',
    'not signed':
      'Une réponse est arrivée dont nous ne pouvons pas être sûrs qu’elle vient de vous ; elle n’a donc rien changé. Touchez ce que vous voulez dire. Si ce n’était pas vous, il n’y a rien à faire.',
    superseded: 'Votre réponse portait sur un horaire précédent. Voici l’horaire actuel.',
    delegated: 'Une invitation ne peut pas être confiée à quelqu’un d’autre. Dites-nous si vous venez vous-même.',
  },
)

/** The page for answering a session, by mail: once for each reason and each time of the session. */
export async function mailLink(
  work: Work,
  session: SessionRow,
  person: SessionRow['members'][number],
  reason: LinkReason,
): Promise<void> {
  const locale = chooseLocale(person.locale)
  const t = words(locale)
  const isOpen = isAhead(session, work.now)
  const text = typeof reason === 'string' ? t[reason] : reason.refusal
  const key = typeof reason === 'string' ? reason : 'refused'
  await writeMail(work, {
    agencyId: session.agency_id,
    kind: 'session.link',
    to: addressee(person),
    subject: t.subject({ when: formatMoment(locale, person.zone, session.starts_at) }),
    preheader: text,
    effectKey: `session.link ${session.id} ${session.sequence} ${person.person_id} ${key}`,
    blocks: [
      heading(isOpen ? t.heading : t.overHeading),
      paragraph(text),
      facts(factsOf(locale, session, person)),
      ...(isOpen ? await answerButtons(work, session, person) : []),
    ],
  })
}
