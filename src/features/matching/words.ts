import { catalogue, plural } from '../../platform/i18n/catalogue.ts'

interface Counts {
  pairs: number
  trios: number
  circles?: number
  left: number
}

const en = (count: number, one: string, other: string, none = other) =>
  plural('en', count, { one, other: count === 0 ? none : other })
const fr = (count: number, one: string, other: string, none = one) =>
  plural('fr', count, { one: count === 0 ? none : one, other })

/** The rounds of an initiative, and the workbench of one. */
export const words = catalogue(
  {
    noneCanBeMatched: 'Nobody can be matched yet',
    canBeMatched: (a: { count: number }) =>
      en(a.count, 'One peer could be matched now', '# peers could be matched now'),
    answered: (a: { answered: number; all: number }) =>
      a.answered === 1 ? `One peer of ${a.all} has answered.` : `${a.answered} of ${a.all} peers have answered.`,
    answersMissing: 'Ask for answers',
    nothingSent:
      'A round proposes pairs with reasons; you look, pin, forbid and swap. Nothing is sent before you publish.',
    rounds: 'Rounds',
    roundTitle: 'Title',
    roundState: 'State',
    roundGroups: 'Groups',
    roundPoints: 'Points of fit',
    roundLeftOut: 'Left out',
    roundsCompared: 'Points can be compared where what counts is the same.',
    roundMade: 'Made',
    'state draft': 'Draft',
    'state published': 'Published',
    newRound: 'A new round',
    titleHint: 'For example: Pairs for January to March',
    titleMissing: 'Give the round a title, so that you find it again.',
    titleLong: 'Keep the title under 120 letters.',
    weightWrong: 'A weight is a whole number from 0 to 5.',
    weightsNone: 'At least one of these must count for something.',
    allowSameOrganisation: 'Two people of one organisation may be paired',
    allowConnected: 'Also match peers who have an open connection',
    makeRound: 'Make the round',
    roundKind: 'Kind',
    'part offersMeetWants': 'Offers meet wants',
    'part sameProblem': 'Same problem',
    'part wishToGoOn': 'Wish to go on',
    'part askedFor': 'Asked for',
    'part language': 'Language',
    'part sharedHours': 'Shared hours',
    'part commitment': 'Commitment',
    'part setting': 'Setting',
    'part earlierContact': 'Matched before',
    'part load': 'Load',
    'part leftOutLast': 'Left out last time',
    'short offersMeetWants': 'Offers',
    'short sameProblem': 'Problem',
    'short wishToGoOn': 'Wish',
    'short askedFor': 'Asked',
    'short language': 'Language',
    'short sharedHours': 'Hours',
    'short commitment': 'Commit.',
    'short setting': 'Setting',
    'short earlierContact': 'Before',
    'short load': 'Load',
    'short leftOutLast': 'Left out',
    ready: ({ pairs, trios, circles = 0, left }: Counts) => {
      const groups = [
        pairs ? en(pairs, 'one pair', '# pairs') : [],
        trios ? en(trios, 'one trio', '# trios') : [],
        circles ? en(circles, 'one group', '# groups') : [],
      ]
        .flat()
        .join(' and ')
      const who = left === 0 ? 'nobody is left out' : en(left, 'one peer is left out', '# peers are left out')
      if (!groups) return `No proposal is possible, ${who}`
      return `${groups[0]?.toUpperCase()}${groups.slice(1)} ${pairs + trios + circles === 1 ? 'is' : 'are'} ready, ${who}`
    },
    scored: (a: { title: string; when: string }) => `${a.title}, scored ${a.when}`,
    pinnedAndForbidden: (a: { pinned: number; forbidden: number }) =>
      `${en(a.pinned, 'One pair is pinned', '# pairs are pinned', 'No pair is pinned')}, ${en(a.forbidden, 'one is forbidden', '# are forbidden', 'none is forbidden')}.`,
    weakest: (a: { fit: number }) => `The weakest scores ${a.fit}, so look there first.`,
    untilPublished: 'Nothing is sent until you publish.',
    fitsLabel: (a: { least: number; most: number }) => `Fit of each proposal, from ${a.least} to ${a.most}`,
    fitsCaption: (a: { weak: number }) =>
      en(
        a.weak,
        'Fit of each proposal. One is below 50.',
        'Fit of each proposal. # are below 50.',
        'Fit of each proposal. None is below 50.',
      ),
    proposals: 'Proposals',
    weightsNote: 'The sliders set how much a column counts. An answer that is missing counts nothing.',
    orderWeakest: 'Weakest first',
    orderBest: 'Best first',
    orderBy: 'Order',
    showing: (a: { from: number; to: number; of: number }) => `${a.from} to ${a.to} of ${a.of}`,
    pairsWeights: 'Weights of the parts',
    pairsCounts: 'What counts',
    pairsAgain: 'Score again',
    pairsFit: 'Fit',
    pairsExact: 'Type the weights instead',
    pairsUnknown: 'not known',
    fresh: 'New',
    about: (a: { city: string; languages: string }) =>
      a.city && a.languages ? `${a.city}, ${a.languages}` : a.city || a.languages,
    pin: 'Pin',
    pinned: 'Pinned',
    swap: 'Swap',
    forbid: 'Forbid',
    takeOut: 'Take out',
    takeOutName: (a: { name: string }) => `Take out ${a.name}`,
    pinOf: (a: { names: string }) => `Pin ${a.names}`,
    pinnedOf: (a: { names: string }) => `Pinned ${a.names}; press to unpin`,
    swapOf: (a: { names: string }) => `Swap a partner of ${a.names}`,
    forbidOf: (a: { names: string }) => `Forbid ${a.names}`,
    takeOutOf: (a: { name: string; names: string }) => `Take out ${a.name}: forbid ${a.name} with ${a.names}`,
    saidPinned: 'They are pinned.',
    saidUnpinned: 'They are no longer pinned.',
    saidForbidden: 'They are forbidden.',
    saidTakenBack: 'The rule is taken back.',
    saidScored: 'Everything is scored again.',
    saidMade: 'The round is made. Look at the weakest proposals first.',
    saidPublished: 'The proposals are on their way.',
    saidPublishedBefore: 'This round was published before. Nothing was sent again.',
    saidDropped: 'The draft is dropped. Nothing was sent.',
    changes: (a: { kept: number; fresh: number; lost: number }) =>
      `${en(a.kept, 'One group stayed', '# groups stayed', 'No group stayed')}, ${en(a.fresh, 'one is new', '# are new', 'none is new')}, ${en(a.lost, 'one is gone', '# are gone', 'none is gone')}.`,
    gained: (a: { points: string }) => `All fits together rose by ${a.points} points.`,
    cost: (a: { points: string }) => `All fits together fell by ${a.points} points.`,
    come: (a: { groups: string }) => `New: ${a.groups}.`,
    gone: (a: { groups: string }) => `Gone: ${a.groups}.`,
    changedSince: (a: { count: number }) =>
      en(
        a.count,
        'The answers of one peer changed since this was scored.',
        'The answers of # peers changed since this was scored.',
      ),
    fit: 'Fit',
    publish: 'Publish',
    drop: 'Drop this draft',
    dropSure: 'The draft with its pins and rules is gone then. Nobody hears of it.',
    dropIt: 'Drop it',
  },
  {
    noneCanBeMatched: 'Personne ne peut encore être apparié',
    canBeMatched: (a) =>
      fr(a.count, 'Un pair pourrait être apparié maintenant', '# pairs pourraient être appariés maintenant'),
    answered: (a) =>
      a.answered <= 1 ? `${a.answered} pair sur ${a.all} a répondu.` : `${a.answered} pairs sur ${a.all} ont répondu.`,
    answersMissing: 'Demander des réponses',
    nothingSent:
      'Un tour propose des binômes avec leurs raisons ; vous regardez, épinglez, interdisez, échangez. Rien n’est envoyé avant la publication.',
    rounds: 'Tours',
    roundTitle: 'Titre',
    roundState: 'État',
    roundGroups: 'Groupes',
    roundPoints: 'Points d’accord',
    roundLeftOut: 'Seuls',
    roundsCompared: 'Les points se comparent si les mêmes critères comptent.',
    roundMade: 'Créé',
    'state draft': 'Brouillon',
    'state published': 'Publié',
    newRound: 'Un nouveau tour',
    titleHint: 'Par exemple : Binômes de janvier à mars',
    titleMissing: 'Donnez un titre au tour, pour le retrouver.',
    titleLong: 'Limitez le titre à 120 lettres.',
    weightWrong: 'Un poids est un nombre entier de 0 à 5.',
    weightsNone: 'Au moins un de ces critères doit compter.',
    allowSameOrganisation: 'Deux personnes d’une même organisation peuvent former un binôme',
    allowConnected: 'Apparier aussi les pairs qui ont un lien ouvert',
    makeRound: 'Créer le tour',
    roundKind: 'Sorte',
    'part offersMeetWants': 'Offres et demandes',
    'part sameProblem': 'Même problème',
    'part wishToGoOn': 'Envie de continuer',
    'part askedFor': 'Choix des pairs',
    'part language': 'Langue',
    'part sharedHours': 'Heures communes',
    'part commitment': 'Engagement',
    'part setting': 'Cadre',
    'part earlierContact': 'Déjà appariés',
    'part load': 'Charge',
    'part leftOutLast': 'Laissés seuls',
    'short offersMeetWants': 'Offres',
    'short sameProblem': 'Problème',
    'short wishToGoOn': 'Envie',
    'short askedFor': 'Choix',
    'short language': 'Langue',
    'short sharedHours': 'Heures',
    'short commitment': 'Engag.',
    'short setting': 'Cadre',
    'short earlierContact': 'Avant',
    'short load': 'Charge',
    'short leftOutLast': 'Seuls',
    ready: ({ pairs, trios, circles = 0, left }) => {
      const groups = [
        pairs ? fr(pairs, 'un binôme', '# binômes') : [],
        trios ? fr(trios, 'un trio', '# trios') : [],
        circles ? fr(circles, 'un groupe', '# groupes') : [],
      ]
        .flat()
        .join(' et ')
      const who = left === 0 ? 'personne ne reste seul' : fr(left, 'un pair reste seul', '# pairs restent seuls')
      if (!groups) return `Aucune proposition possible, ${who}`
      return `${groups[0]?.toUpperCase()}${groups.slice(1)} ${pairs + trios + circles === 1 ? 'est prêt' : 'sont prêts'}, ${who}`
    },
    scored: (a) => `${a.title}, évalué ${a.when}`,
    pinnedAndForbidden: (a) =>
      `${fr(a.pinned, 'Un binôme est épinglé', '# binômes sont épinglés', 'Aucun binôme n’est épinglé')}, ${fr(a.forbidden, 'un est interdit', '# sont interdits', 'aucun n’est interdit')}.`,
    weakest: (a) => `Le plus faible obtient ${a.fit} : regardez là d’abord.`,
    untilPublished: 'Rien n’est envoyé avant la publication.',
    fitsLabel: (a) => `Accord de chaque proposition, de ${a.least} à ${a.most}`,
    fitsCaption: (a) =>
      fr(
        a.weak,
        'Accord de chaque proposition. Un est sous 50.',
        'Accord de chaque proposition. # sont sous 50.',
        'Accord de chaque proposition. Aucun sous 50.',
      ),
    proposals: 'Propositions',
    weightsNote: 'Les curseurs disent combien une colonne compte. Une réponse qui manque ne compte pas.',
    orderWeakest: 'Les plus faibles d’abord',
    orderBest: 'Les meilleures d’abord',
    orderBy: 'Ordre',
    showing: (a) => `${a.from} à ${a.to} sur ${a.of}`,
    pairsWeights: 'Poids des critères',
    pairsCounts: 'Ce qui compte',
    pairsAgain: 'Réévaluer',
    pairsFit: 'Accord',
    pairsExact: 'Saisir les poids au clavier',
    pairsUnknown: 'inconnu',
    fresh: 'Nouveau',
    about: (a) => (a.city && a.languages ? `${a.city}, ${a.languages}` : a.city || a.languages),
    pin: 'Épingler',
    pinned: 'Épinglé',
    swap: 'Échanger',
    forbid: 'Interdire',
    takeOut: 'Retirer',
    takeOutName: (a) => `Retirer ${a.name}`,
    pinOf: (a) => `Épingler ${a.names}`,
    pinnedOf: (a) => `Épinglé : ${a.names} ; appuyer pour désépingler`,
    swapOf: (a) => `Échanger une personne de ${a.names}`,
    forbidOf: (a) => `Interdire ${a.names}`,
    takeOutOf: (a) => `Retirer ${a.name} : interdire ${a.name} avec ${a.names}`,
    saidPinned: 'C’est épinglé.',
    saidUnpinned: 'Ce n’est plus épinglé.',
    saidForbidden: 'C’est interdit.',
    saidTakenBack: 'La règle est retirée.',
    saidScored: 'Tout est réévalué.',
    saidMade: 'Le tour est créé. Regardez d’abord les propositions les plus faibles.',
    saidPublished: 'Les propositions sont en route.',
    saidPublishedBefore: 'Ce tour était déjà publié. Rien n’a été renvoyé.',
    saidDropped: 'Le brouillon est abandonné. Rien n’a été envoyé.',
    changes: (a) =>
      `${fr(a.kept, 'Un groupe est resté', '# groupes sont restés', 'Aucun groupe n’est resté')}, ${fr(a.fresh, 'un est nouveau', '# sont nouveaux', 'aucun n’est nouveau')}, ${fr(a.lost, 'un a disparu', '# ont disparu', 'aucun n’a disparu')}.`,
    gained: (a) => `La somme des accords augmente de ${a.points} points.`,
    cost: (a) => `La somme des accords baisse de ${a.points} points.`,
    come: (a) => `Nouveaux : ${a.groups}.`,
    gone: (a) => `Disparus : ${a.groups}.`,
    changedSince: (a) =>
      fr(
        a.count,
        'Les réponses d’un pair ont changé depuis l’évaluation.',
        'Les réponses de # pairs ont changé depuis l’évaluation.',
      ),
    fit: 'Accord',
    publish: 'Publier',
    drop: 'Abandonner ce brouillon',
    dropSure: 'Le brouillon disparaît avec ses épingles et ses règles. Personne n’en saura rien.',
    dropIt: 'Abandonner',
  },
)
