import { catalogue, plural } from '../../platform/i18n/catalogue.ts'

const en = (count: number, one: string, other: string) => plural('en', count, { one, other })
const fr = (count: number, one: string, other: string) => plural('fr', count, { one, other })

/** Who is here, and what it changes. */
export const attendanceWords = catalogue(
  {
    title: (a: { here: number; of: number }) => `${a.here} of ${a.of} are here`,
    lead: 'Untick who is missing, tick who came late. You see what changes before it holds.',
    allToCome: 'No round has begun, so every round can change.',
    begun: (a: { round: number }) =>
      en(a.round, 'Round 1 has begun and stays as it is.', 'The first # rounds have begun and stay as they are.'),
    allBegun: 'The last round has begun. Nothing is left to change.',
    inPlan: 'In the plan',
    others: 'On the roster, but not in the plan',
    show: 'Show what changes',
    fewPeople: 'At least two people must be here.',
    previewTitle: (a: { people: number }) => en(a.people, 'One person changes', '# people change'),
    previewLead: (a: { stay: number; before: number; after: number }) =>
      `${en(a.stay, 'One person stays', '# people stay')} where they are. ${en(a.before, 'One pair met again', '# pairs met again')} before, ${a.after} would now.`,
    apply: 'Apply',
    notYet: 'Nothing has changed yet.',
    applied: 'This holds already.',
    goBack: 'Change who is here',
    person: 'Person',
    what: 'What changes',
    moved: 'Changes tables',
    joined: 'Joins',
    gone: 'Not here',
    move: (a: { round: number; from: number; to: number }) => `Round ${a.round}: table ${a.to} instead of ${a.from}`,
    sit: (a: { round: number; to: number }) => `Round ${a.round}: table ${a.to}`,
    leave: (a: { round: number; from: number }) => `Round ${a.round}: leaves table ${a.from}`,
  },
  {
    title: (a) => `${a.here} sur ${a.of} sont là`,
    lead: 'Décochez qui manque, cochez qui est arrivé en retard. Vous voyez ce qui change avant que cela ne vaille.',
    allToCome: 'Aucun tour n’a commencé : tous les tours peuvent changer.',
    begun: (a) =>
      fr(
        a.round,
        'Le tour 1 a commencé et reste tel quel.',
        'Les # premiers tours ont commencé et restent tels quels.',
      ),
    allBegun: 'Le dernier tour a commencé. Il n’y a plus rien à changer.',
    inPlan: 'Dans le plan',
    others: 'Sur la liste, mais pas dans le plan',
    show: 'Montrer ce qui change',
    fewPeople: 'Il faut au moins deux personnes.',
    previewTitle: (a) => fr(a.people, 'Une personne change', '# personnes changent'),
    previewLead: (a) =>
      `${fr(a.stay, 'Une personne reste', '# personnes restent')} à leur place. ${fr(a.before, 'Un binôme se revoyait', '# binômes se revoyaient')} avant, ${a.after} maintenant.`,
    apply: 'Appliquer',
    notYet: 'Rien n’a encore changé.',
    applied: 'C’est déjà appliqué.',
    goBack: 'Changer qui est là',
    person: 'Personne',
    what: 'Ce qui change',
    moved: 'Change de table',
    joined: 'Arrive',
    gone: 'Absent',
    move: (a) => `Tour ${a.round} : table ${a.to} au lieu de ${a.from}`,
    sit: (a) => `Tour ${a.round} : table ${a.to}`,
    leave: (a) => `Tour ${a.round} : quitte la table ${a.from}`,
  },
)
