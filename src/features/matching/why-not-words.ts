import { catalogue, plural } from '../../platform/i18n/catalogue.ts'

const en = (count: number, one: string, other: string) => plural('en', count, { one, other })
const fr = (count: number, one: string, other: string) => plural('fr', count, { one, other })

/** The question about any two people, and its answer. */
export const whyNotWords = catalogue(
  {
    title: 'Why not these two?',
    hint: 'You read what it costs all others to bring two people together, or the rule that keeps them apart.',
    one: 'One peer',
    other: 'Another peer',
    ask: 'Tell me',
    nobody: 'Nobody on the roster is called so. Choose a name from the list.',
    several: (a: { names: string }) => `Several are called so: ${a.names}. Choose one from the list.`,
    same: 'Choose two different people.',
    about: (a: { names: string }) => `${a.names} together`,
    isNow: (a: { fit: number }) => `They are proposed together now, with a fit of ${a.fit}.`,
    costs: (a: { fit: number; points: string }) =>
      `Their fit is ${a.fit}. Bringing them together takes ${a.points} points from all fits together.`,
    costsNothing: (a: { fit: number }) =>
      `Their fit is ${a.fit}. Bringing them together costs nothing: all fits together stay as high.`,
    gains: (a: { fit: number; points: string }) =>
      `Their fit is ${a.fit}. Bringing them together adds ${a.points} points to all fits together.`,
    moreLeftOut: (a: { count: number }) =>
      en(a.count, 'One peer more would be left out.', '# peers more would be left out.'),
    fewerLeftOut: (a: { count: number }) =>
      en(a.count, 'One peer fewer would be left out.', '# peers fewer would be left out.'),
    lost: (a: { groups: string }) => `These would go: ${a.groups}.`,
    fresh: (a: { groups: string }) => `These would come: ${a.groups}.`,
    ofGroups: 'Groups are found by a search, so this is what it finds, not the exact price.',
    pin: 'Pin these two',
    pinOf: (a: { names: string }) => `Pin these two: ${a.names}`,
  },
  {
    title: 'Pourquoi pas ces deux-là ?',
    hint: 'Vous lisez ce que coûte à tous les autres de réunir deux personnes, ou la règle qui les sépare.',
    one: 'Un pair',
    other: 'Un autre pair',
    ask: 'Répondre',
    nobody: 'Personne ne porte ce nom. Choisissez un nom dans la liste.',
    several: (a) => `Plusieurs portent ce nom : ${a.names}. Choisissez-en un dans la liste.`,
    same: 'Choisissez deux personnes différentes.',
    about: (a) => `${a.names} ensemble`,
    isNow: (a) => `Ce binôme est proposé maintenant, avec un accord de ${a.fit}.`,
    costs: (a) => `Leur accord est de ${a.fit}. Les réunir retire ${a.points} points à la somme des accords.`,
    costsNothing: (a) => `Leur accord est de ${a.fit}. Les réunir ne coûte rien : la somme des accords reste la même.`,
    gains: (a) => `Leur accord est de ${a.fit}. Les réunir ajoute ${a.points} points à la somme des accords.`,
    moreLeftOut: (a) => fr(a.count, '# pair de plus resterait seul.', '# pairs de plus resteraient seuls.'),
    fewerLeftOut: (a) => fr(a.count, '# pair de moins resterait seul.', '# pairs de moins resteraient seuls.'),
    lost: (a) => `Disparaîtraient : ${a.groups}.`,
    fresh: (a) => `Viendraient : ${a.groups}.`,
    ofGroups: 'Les groupes viennent d’une recherche : c’est ce qu’elle trouve, non le prix exact.',
    pin: 'Épingler ces deux-là',
    pinOf: (a) => `Épingler ces deux-là : ${a.names}`,
  },
)
