import { catalogue, plural } from '../../platform/i18n/catalogue.ts'
import { judgedAfterMonths } from '../connections/became.ts'
import { fewest } from './part-comparison.ts'

const en = (count: number, one: string, other: string) => plural('en', count, { one, other })
const fr = (count: number, one: string, other: string) => plural('fr', count, { one, other })

interface Between {
  from: number
  to: number
}

/** What became of a published round, and what each part of the fit had to do with it. */
export const resultsWords = catalogue(
  {
    didItWork: 'Did it work?',
    title: (a: { accepted: number; all: number; met: number }) =>
      `${a.accepted} of ${en(a.all, '# proposal was accepted', '# proposals were accepted')}, ${en(a.met, '# has met', '# have met')}`,
    titleNone: 'Nothing of this round can be counted yet',
    asCsv: 'Download as CSV',
    accepted: 'Accepted',
    met: 'Met',
    inRhythm: 'In rhythm at three months',
    'about accepted': 'All members said yes.',
    'about met':
      'They talked live or face to face at least once so far, by their own or your log. A message is no meeting.',
    'about inRhythm': `The rhythm watch, ${judgedAfterMonths} months after the start, found them in touch as agreed. What never started, or has ended by then, counts as no; a pair that rests that day is not judged.`,
    of: (a: { of: number }) => `of ${a.of}`,
    between: (a: { share: string; low: string; high: string }) => `${a.share}, likely between ${a.low} and ${a.high}`,
    open: (a: { count: number }) => en(a.count, 'Too early to say of one', 'Too early to say of #'),
    tooEarly: 'Too early to say',
    judgedFrom: (a: { day: string }) => `The first can be judged on ${a.day}`,
    exchanged: (a: { count: number }) =>
      en(
        a.count,
        'One proposal was taken back to give somebody else a partner; it is not counted.',
        '# proposals were taken back to give somebody else a partner; they are not counted.',
      ),
    byPart: (a: { measure: string }) => `${a.measure}, by part of the fit`,
    howToRead:
      'Each line sets the proposals with the higher level in one part against those with the lower. Most differences in one round are chance; one that stays over several rounds means something here. It shows what went together, not what caused it.',
    part: 'Part of the fit',
    lower: 'Lower half',
    upper: 'Upper half',
    difference: 'Difference',
    levels: (a: Between) => (a.from === a.to ? `Level ${a.from}` : `Level ${a.from} to ${a.to}`),
    count: (a: { yes: number; of: number }) => `${a.yes} of ${a.of}`,
    countShare: (a: { yes: number; of: number; share: string }) => `${a.yes} of ${a.of}, ${a.share}`,
    'worth few': `Too few to compare: under ${fewest} in a half`,
    'worth chance': (a: { p: string }) => `Within chance (p ${a.p})`,
    'worth hint': (a: { p: string }) => `May still be chance, as several parts were compared (p ${a.p})`,
    'worth clear': (a: { p: string }) => `More than chance (p ${a.p})`,
    alike: 'All alike: nothing to compare',
    unknown: (a: { count: number }) => en(a.count, 'Not known of one', 'Not known of #'),
    method: `Halves are cut where they come out most alike, never between equal levels. Under ${fewest} no percentage is given. ‘Likely between’ is Wilson’s interval of 95 %; p is Fisher’s exact test, two-sided, and ‘more than chance’ holds after Holm’s correction for the parts compared.`,
    members: 'Members',
    'verdict yes': 'yes',
    'verdict no': 'no',
    'verdict open': 'too early to say',
  },
  {
    didItWork: 'Est-ce que cela a marché ?',
    title: (a) =>
      `${a.accepted} sur ${fr(a.all, '# proposition acceptée', '# propositions acceptées')}, ${fr(a.met, '# a mené à une rencontre', '# ont mené à une rencontre')}`,
    titleNone: 'Rien ne peut encore être compté pour ce tour',
    asCsv: 'Télécharger en CSV',
    accepted: 'Acceptées',
    met: 'Rencontrés',
    inRhythm: 'Au rythme après trois mois',
    'about accepted': 'Tous les membres ont dit oui.',
    'about met':
      'Au moins un échange en direct ou en face à face jusqu’ici, noté par eux ou par vous. Un message n’est pas une rencontre.',
    'about inRhythm': `La veille du rythme, ${judgedAfterMonths} mois après le début, constate le contact convenu. Ce qui n’a jamais commencé, ou a pris fin d’ici là, compte comme non ; une pause convenue ce jour-là n’est pas jugée.`,
    of: (a) => `sur ${a.of}`,
    between: (a) => `${a.share}, sans doute entre ${a.low} et ${a.high}`,
    open: (a) => fr(a.count, 'Trop tôt pour le dire pour #', 'Trop tôt pour le dire pour #'),
    tooEarly: 'Trop tôt pour le dire',
    judgedFrom: (a) => `Premier jugement possible le ${a.day}`,
    exchanged: (a) =>
      fr(
        a.count,
        'Une proposition a été retirée pour donner un binôme à quelqu’un d’autre ; elle n’est pas comptée.',
        '# propositions ont été retirées pour donner un binôme à quelqu’un d’autre ; elles ne sont pas comptées.',
      ),
    byPart: (a) => `${a.measure}, par critère`,
    howToRead:
      'Chaque ligne compare les propositions de niveau plus élevé dans un critère à celles de niveau plus bas. Dans un seul tour, presque toutes les différences tiennent au hasard ; celle qui reste au fil des tours veut dire quelque chose ici. On voit ce qui va ensemble, non ce qui en est la cause.',
    part: 'Critère',
    lower: 'Moitié basse',
    upper: 'Moitié haute',
    difference: 'Différence',
    levels: (a) => (a.from === a.to ? `Niveau ${a.from}` : `Niveau ${a.from} à ${a.to}`),
    count: (a) => `${a.yes} sur ${a.of}`,
    countShare: (a) => `${a.yes} sur ${a.of}, ${a.share}`,
    'worth few': `Trop peu pour comparer : moins de ${fewest} dans une moitié`,
    'worth chance': (a) => `Tient au hasard (p ${a.p})`,
    'worth hint': (a) => `Peut encore tenir au hasard, plusieurs critères étant comparés (p ${a.p})`,
    'worth clear': (a) => `Plus que le hasard (p ${a.p})`,
    alike: 'Tous pareils : rien à comparer',
    unknown: (a) => fr(a.count, 'Inconnu pour #', 'Inconnu pour #'),
    method: `Les moitiés sont coupées là où elles sont le plus égales, jamais entre niveaux égaux. Sous ${fewest}, aucun pourcentage n’est donné. « Sans doute entre » est l’intervalle de Wilson à 95 % ; p vient du test exact de Fisher, bilatéral, et « plus que le hasard » tient après la correction de Holm pour les critères comparés.`,
    members: 'Membres',
    'verdict yes': 'oui',
    'verdict no': 'non',
    'verdict open': 'trop tôt pour le dire',
  },
)
