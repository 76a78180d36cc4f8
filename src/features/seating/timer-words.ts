import { catalogue, plural } from '../../platform/i18n/catalogue.ts'

const en = (count: number, one: string, other: string) => plural('en', count, { one, other })
const fr = (count: number, one: string, other: string) => plural('fr', count, { one, other })

/** The timer of a seating, for who runs it and for the wall. */
export const timerWords = catalogue(
  {
    timer: 'Timer',
    before: 'Before the first round',
    inRound: (a: { round: number; of: number }) => `Round ${a.round} of ${a.of}`,
    inChange: (a: { round: number; of: number }) => `Change tables: round ${a.round} of ${a.of} follows`,
    over: 'The rounds are over',
    thanks: 'Thank you all.',
    paused: 'Paused',
    left: 'Time left',
    first: 'Find your table for round 1',
    next: (a: { round: number }) => `Next, in round ${a.round}`,
    goNow: (a: { round: number }) => `Go to your table for round ${a.round}`,
    last: 'This is the last round.',
    table: (a: { table: number }) => `Table ${a.table}`,
    manyPeople: 'Your card and the list on the wall say where you sit.',
    start: 'Start',
    pause: 'Pause',
    goOn: 'Go on',
    'act next': 'Next',
    'act back': 'Back',
    nextHint: 'Next ends the round or the change that runs. Back begins it again; twice, what was before.',
    begun: 'Rounds that have begun are never seated anew, so press Next also when you keep time yourself.',
    minutes: (a: { minutes: number; change: number }) =>
      `${en(a.minutes, 'One minute', '# minutes')} a round, ${en(a.change, 'one minute', '# minutes')} to change tables.`,
    projector: 'On the wall',
    projectorWhy:
      'A page for the projector that needs no account: the round, the time left, and where everybody goes next. It shows names and tables, nothing else.',
    makeProjector: 'Make an address for the projector',
    projectorOnce:
      'Open this address on the computer of the projector. It is shown this once; making another ends it. It ends by itself after a week.',
    openProjector: 'Open it here',
  },
  {
    timer: 'Minuteur',
    before: 'Avant le premier tour',
    inRound: (a) => `Tour ${a.round} sur ${a.of}`,
    inChange: (a) => `Changez de table : le tour ${a.round} sur ${a.of} suit`,
    over: 'Les tours sont terminés',
    thanks: 'Merci à tous.',
    paused: 'En pause',
    left: 'Temps restant',
    first: 'Trouvez votre table pour le tour 1',
    next: (a) => `Ensuite, au tour ${a.round}`,
    goNow: (a) => `Allez à votre table pour le tour ${a.round}`,
    last: 'C’est le dernier tour.',
    table: (a) => `Table ${a.table}`,
    manyPeople: 'Votre badge et la liste affichée disent où vous êtes placé.',
    start: 'Démarrer',
    pause: 'Pause',
    goOn: 'Reprendre',
    'act next': 'Suivant',
    'act back': 'Retour',
    nextHint: 'Suivant termine le tour ou le changement en cours. Retour le recommence ; deux fois, ce qui précédait.',
    begun: 'Les tours commencés ne sont jamais replacés : appuyez sur Suivant même si vous tenez le temps vous-même.',
    minutes: (a) =>
      `${fr(a.minutes, 'Une minute', '# minutes')} par tour, ${fr(a.change, 'une minute', '# minutes')} pour changer de table.`,
    projector: 'Au mur',
    projectorWhy:
      'Une page pour le projecteur, sans compte : le tour, le temps restant, et où chacun va ensuite. Elle montre les noms et les tables, rien d’autre.',
    makeProjector: 'Créer une adresse pour le projecteur',
    projectorOnce:
      'Ouvrez cette adresse sur l’ordinateur du projecteur. Elle n’est montrée que cette fois ; en créer une autre y met fin. Elle cesse d’elle-même après une semaine.',
    openProjector: 'L’ouvrir ici',
  },
)
