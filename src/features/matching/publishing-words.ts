import { catalogue, plural } from '../../platform/i18n/catalogue.ts'

interface Two {
  one: string
  other: string
}

const en = (count: number, one: string, other: string, none = other) =>
  plural('en', count, { one, other: count === 0 ? none : other })
const fr = (count: number, one: string, other: string, none = one) =>
  plural('fr', count, { one: count === 0 ? none : one, other })

/** Swapping a partner, publishing a round, what is refused on the way, and what members read about each other. */
export const publishingWords = catalogue(
  {
    'hard forbidden': (a: Two) => `${a.one} and ${a.other} are forbidden in this round. Take that back first.`,
    'hard together': (a: Two) => `${a.one} and ${a.other} are in an open connection together already.`,
    'hard kept apart': (a: Two) =>
      `A rule keeps ${a.one} and ${a.other} apart: one organisation or reporting line, an earlier match, or something that only the system knows.`,
    'hard unmet need': (a: Two) =>
      `One of ${a.one} and ${a.other} must be with somebody of a kind that the other is not. Take that rule back first.`,
    'hard no language': (a: Two) => `${a.one} and ${a.other} have no language in which both can work.`,
    pinnedElsewhere: (a: { name: string }) => `${a.name} is pinned with somebody else. Unpin that first.`,
    pinnedSoNotForbidden: (a: Two) => `${a.one} and ${a.other} are pinned. Unpin them first.`,
    notTakingPart: (a: { name: string }) => `${a.name} does not take part in this round.`,
    notFree: (a: { name: string }) => `${a.name} is not free: not active, or in an open connection.`,
    roundIsOver: 'This round was published, so it cannot be changed any more.',
    anotherWay: (a: { title: string }) => `${a.title}, another way`,
    exchangeChanged:
      'Something this exchange rests on has changed: an answer came, or somebody is no longer free. Look at the ways again.',
    answerByWrong: 'Give a day from tomorrow on, within the next 60 days.',
    lookAgain: 'Somebody changed this round since you looked. Look at it again before you publish.',
    'nothing to undo': 'There is nothing to take back.',
    'nothing to redo': 'There is nothing to do again.',
    stepMeanwhile: 'Somebody did something since you looked, so look again before you take a step back or forth.',
    nothingToPublish: 'There is no pair to publish yet.',
    changedMeanwhile: (a: { names: string }) =>
      `This can no longer be proposed as it stands, because of ${a.names}. Score again first.`,
    swapTitle: (a: { name: string }) => `Another partner for ${a.name}`,
    swapTitleTwo: (a: { names: string }) => `Another partner for ${a.names}`,
    swapLead:
      'The price is exact: the points of fit that all pairs together lose when these two are pinned and everybody else is paired anew.',
    swapFor: (a: { name: string }) => `For ${a.name}`,
    swapNobody: (a: { name: string }) => `No rule lets ${a.name} be paired with anybody who is free.`,
    candidate: 'Candidate',
    reasons: 'Reasons',
    price: 'Price',
    choose: 'Choose',
    chooseOf: (a: Two) => `Choose ${a.other} for ${a.one}`,
    costs: (a: { points: string }) => `Costs ${a.points} points`,
    costsNothing: 'Costs nothing',
    gains: (a: { points: string }) => `Gains ${a.points} points`,
    isNow: 'Proposed now',
    moreLeftOut: (a: { count: number }) =>
      en(a.count, 'and leaves one peer more without a pair', 'and leaves # peers more without a pair'),
    somebodyElse: 'Somebody else',
    showPrice: 'Show the price',
    backToRound: 'Back to the round',
    saidSwapped: 'They are pinned together.',
    publishTitle: (a: { count: number }) => en(a.count, 'One peer will be asked', '# peers will be asked'),
    publishLead:
      'Each gets one mail that says whom, why the two of you, and what each can give, with yes, later or no. A connection starts only when all say yes.',
    publishMails: 'Mails',
    publishMailsIn: (a: { count: number; language: string }) => en(a.count, `# in ${a.language}`, `# in ${a.language}`),
    publishGroups: 'Proposals',
    publishLeft: 'Left out',
    publishLeftHint: 'Nothing is sent to them.',
    publishSend: (a: { count: number }) => en(a.count, 'Send one mail', 'Send # mails'),
    whatIsSent: 'What each reads',
    reads: (a: { name: string }) => `${a.name} reads:`,
    gives: (a: { topics: string }) => `Gives: ${a.topics}`,
    wants: (a: { wants: string }) => `Wants: ${a.wants}`,
    andMore: (a: { count: number }) =>
      en(a.count, 'One more is written in the same way.', '# more are written in the same way.'),
    wantsProblem: (a: { problem: string }) => `“${a.problem}”`,
    wantsBoth: (a: { topics: string; problem: string }) => `${a.topics}. “${a.problem}”`,
    publishedTitle: (a: { count: number; started: number }) =>
      `${en(a.count, 'One proposal is out', '# proposals are out')}, ${en(a.started, 'one has started', '# have started', 'none has started')}`,
    publishedOn: (a: { title: string; when: string }) => `${a.title}, published ${a.when}`,
    members: 'Peers',
    became: 'What became of it',
    'became waiting': 'Waits for answers',
    'became started': 'Started',
    'became declined': 'Declined',
    'became closed': 'Closed',
    saidYes: (a: { names: string }) => `Yes from ${a.names}`,
  },
  {
    'hard forbidden': (a) =>
      `${a.one} et ${a.other} : ce binôme est interdit dans ce tour. Retirez d’abord cette règle.`,
    'hard together': (a) => `${a.one} et ${a.other} ont déjà un lien ouvert.`,
    'hard kept apart': (a) =>
      `Une règle sépare ${a.one} et ${a.other} : même organisation, lien hiérarchique, appariement antérieur, ou une raison que seul le système connaît.`,
    'hard unmet need': (a) =>
      `${a.one} ou ${a.other} doit être avec quelqu’un d’une sorte que l’autre n’est pas. Retirez d’abord cette règle.`,
    'hard no language': (a) => `${a.one} et ${a.other} n’ont aucune langue de travail en commun.`,
    pinnedElsewhere: (a) => `${a.name} fait partie d’un autre binôme épinglé. Désépinglez-le d’abord.`,
    pinnedSoNotForbidden: (a) => `${a.one} et ${a.other} : ce binôme est épinglé. Désépinglez-le d’abord.`,
    notTakingPart: (a) => `${a.name} ne participe pas à ce tour.`,
    notFree: (a) => `${a.name} n’est pas libre : participation interrompue, ou lien déjà ouvert.`,
    roundIsOver: 'Ce tour a été publié, il ne peut donc plus être modifié.',
    anotherWay: (a) => `${a.title}, autrement`,
    exchangeChanged:
      'Quelque chose a changé depuis : une réponse est arrivée, ou quelqu’un n’est plus libre. Regardez à nouveau les possibilités.',
    answerByWrong: 'Indiquez un jour à partir de demain, dans les 60 prochains jours.',
    lookAgain: 'Quelqu’un a modifié ce tour depuis votre lecture. Relisez-le avant de publier.',
    'nothing to undo': 'Il n’y a rien à annuler.',
    'nothing to redo': 'Il n’y a rien à refaire.',
    stepMeanwhile: 'Quelqu’un a fait une étape depuis votre lecture : relisez avant d’annuler ou de refaire.',
    nothingToPublish: 'Il n’y a encore aucun binôme à publier.',
    changedMeanwhile: (a) => `Ces propositions ne tiennent plus, à cause de ${a.names}. Réévaluez d’abord.`,
    swapTitle: (a) => `Un autre binôme pour ${a.name}`,
    swapTitleTwo: (a) => `Un autre binôme pour ${a.names}`,
    swapLead:
      'Le prix est exact : les points d’accord que perdent tous les binômes ensemble quand ces deux personnes sont épinglées et que tout le reste est réapparié.',
    swapFor: (a) => `Pour ${a.name}`,
    swapNobody: (a) => `Aucune règle ne laisse ${a.name} avec une personne libre.`,
    candidate: 'Personne',
    reasons: 'Raisons',
    price: 'Prix',
    choose: 'Choisir',
    chooseOf: (a) => `Choisir ${a.other} pour ${a.one}`,
    costs: (a) => `Coûte ${a.points} points`,
    costsNothing: 'Ne coûte rien',
    gains: (a) => `Gagne ${a.points} points`,
    isNow: 'Proposé maintenant',
    moreLeftOut: (a) => fr(a.count, 'et laisse # pair de plus sans binôme', 'et laisse # pairs de plus sans binôme'),
    somebodyElse: 'Quelqu’un d’autre',
    showPrice: 'Montrer le prix',
    backToRound: 'Retour au tour',
    saidSwapped: 'Ces deux personnes sont épinglées ensemble.',
    publishTitle: (a) => fr(a.count, '# pair sera sollicité', '# pairs seront sollicités'),
    publishLead:
      'Chacun reçoit un courriel qui dit avec qui, pourquoi ce binôme et ce que chacun peut apporter, avec oui, plus tard ou non. Un lien ne commence que si tous disent oui.',
    publishMails: 'Courriels',
    publishMailsIn: (a) => fr(a.count, `# en ${a.language}`, `# en ${a.language}`),
    publishGroups: 'Propositions',
    publishLeft: 'Sans binôme',
    publishLeftHint: 'Rien ne leur est envoyé.',
    publishSend: (a) => fr(a.count, 'Envoyer # courriel', 'Envoyer # courriels'),
    whatIsSent: 'Ce que chacun lit',
    reads: (a) => `${a.name} lit :`,
    gives: (a) => `Apporte : ${a.topics}`,
    wants: (a) => `Cherche : ${a.wants}`,
    andMore: (a) => fr(a.count, '# autre est écrite de la même manière.', '# autres sont écrites de la même manière.'),
    wantsProblem: (a) => `« ${a.problem} »`,
    wantsBoth: (a) => `${a.topics}. « ${a.problem} »`,
    publishedTitle: (a) =>
      `${fr(a.count, '# proposition est partie', '# propositions sont parties')}, ${fr(a.started, 'une a commencé', '# ont commencé', 'aucune n’a commencé')}`,
    publishedOn: (a) => `${a.title}, publié ${a.when}`,
    members: 'Pairs',
    became: 'Suite',
    'became waiting': 'Attend des réponses',
    'became started': 'Commencé',
    'became declined': 'Décliné',
    'became closed': 'Clos',
    saidYes: (a) => `Oui de ${a.names}`,
  },
)
