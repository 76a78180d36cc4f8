import type { AgreementTerms } from '../features/connections/agreeing.ts'
import type { Random } from '../engine/random.ts'
import type { Locale } from '../platform/i18n/catalogue.ts'
import type { Stage, StagedPeer } from './stage.ts'
import { reviewsSoon } from './turns.ts'

/** Why people say later or no. Only the facilitators of the agency read it. */
export const reasons: Record<Locale, Record<'later' | 'no', string[]>> = {
  en: {
    later: [
      'The budget goes to council in two weeks; after that, gladly.',
      'I am acting head until the end of the month.',
    ],
    no: [
      'We sit on the same steering group already; I would rather learn from somebody new.',
      'My director has asked me not to take on anything with this city for now.',
      'I looked for somebody who has done this in a smaller town.',
    ],
  },
  fr: {
    later: [
      'Le vote du budget est dans deux semaines ; ensuite, avec plaisir.',
      'Je remplace ma cheffe jusqu’à la fin du mois.',
    ],
    no: [
      'Nous travaillons déjà ensemble dans un autre projet ; je préfère rencontrer quelqu’un de nouveau.',
      'Ma direction préfère que je n’échange pas avec cette ville en ce moment.',
    ],
  },
}

/** What people note of a contact. */
export const contactNotes: Record<Locale, string[]> = {
  en: [
    'Sent the ward summary and got it back with comments.',
    'Shared the template for the one-page budget.',
    'Asked how they counted the printed copies.',
    'Voice messages about the radio script.',
  ],
  fr: [
    'Envoyé le dépliant, reçu des remarques très utiles.',
    'Partagé le tableau des dépenses par quartier.',
    'Demandé comment ils ont choisi les mots.',
  ],
}

/** What the facilitator writes to two who have gone quiet, in both languages of the initiative. */
export const nudges: Record<Locale, string>[] = [
  {
    en: 'I thought of you two this morning: the radio people in Accra asked exactly your question. Would a short call this month be possible?',
    fr: 'J’ai pensé à vous deux ce matin : à Accra, on m’a posé exactement votre question. Un court appel ce mois-ci serait-il possible ?',
  },
  {
    en: 'How is it going between you? If something stands in the way, two words to me are enough.',
    fr: 'Comment cela se passe-t-il entre vous ? Si quelque chose vous gêne, deux mots suffisent.',
  },
]

/** What the facilitator keeps of a call; only the staff of the agency read it. */
export const callNotes = {
  content: [
    'All well. They exchange drafts by mail between the calls.',
    'Going well; asked for an example from a smaller town.',
    'Content with each other. One hour a month is the limit.',
  ],
  worried: [
    'Reached one of the two; the other has changed offices and answers late.',
    'The new director wants to know what it brings before there is another hour for it.',
    'Wants to go on, but not before the budget is voted.',
  ],
}

const promises: Record<Locale, { gives: string[]; wants: string[] }> = {
  en: {
    gives: [
      'Two hours on our template and the files behind it',
      'Our script for ward meetings, and how people reacted',
    ],
    wants: ['To show a draft before it is printed', 'A second pair of eyes on the summary in September'],
  },
  fr: {
    gives: [
      'Notre maquette et les fichiers qui sont derrière',
      'Deux heures sur la façon dont nous lisons le budget à voix haute',
    ],
    wants: ['Un regard sur le brouillon avant impression', 'Comprendre comment ils choisissent les images'],
  },
}

/** The agreement as a member would rather have it: in their own words, often with another rhythm. */
export function agreementOf(
  stage: Stage,
  peer: StagedPeer,
  member: { gives: string; wants: string },
  chance: Random,
): AgreementTerms {
  const { confide } = stage.settings
  const { gives, wants } = promises[peer.locale]
  const more = (known: string, said: string) => (known ? `${known.replace(/\.$/, '')}. ${said}.` : `${said}.`)
  return {
    gives: confide('gives', peer.key, more(member.gives, chance.pick(gives))),
    wants: confide('wants', peer.key, more(member.wants, chance.pick(wants))),
    rhythmDays: chance.pick([14, 14, 30, 30, 30, 61]),
    medium: chance.pick(['video', 'video', 'video', 'telephone']),
    reviewOn: stage.dayOn(stage.dayNumber + (reviewsSoon[peer.key] ?? 183)),
  }
}
