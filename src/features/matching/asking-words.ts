import { catalogue, plural } from '../../platform/i18n/catalogue.ts'
import { remindDaysBefore } from './choice-reminder.ts'
import { fewest } from './part-comparison.ts'

const en = (count: number, one: string, other: string, none = other) =>
  plural('en', count, { one, other: count === 0 ? none : other })
const fr = (count: number, one: string, other: string, none = one) =>
  plural('fr', count, { one: count === 0 ? none : one, other })

/** What facilitators read where they ask peers before they publish. */
export const askingWords = catalogue(
  {
    ask: 'Ask the peers first',
    askedLink: (a: { answered: number; asked: number }) => `Peers asked: ${a.answered} of ${a.asked} answered`,
    titleBefore: (a: { count: number }) =>
      en(
        a.count,
        'One peer can be asked before you publish',
        '# peers can be asked before you publish',
        'Nobody is left to ask',
      ),
    titleAsked: (a: { answered: number; asked: number }) =>
      `${a.answered} of ${en(a.asked, '# peer has answered', '# peers have answered')}`,
    lead: 'Each gets one mail with a short list of people who would fit, and why, and says glad to, fine, or rather not this time. Two are on each other’s lists; whom this round would propose is among them.',
    answerBy: 'Last day to answer',
    answerByHint: `Who has not answered is reminded ${remindDaysBefore} days before. Later answers still count until you publish.`,
    many: 'Suggestions for each',
    manyWrong: 'Choose 3, 4 or 5 suggestions.',
    dayWrong: 'Give a day, a month and a year, like 24 11 2026.',
    send: (a: { count: number }) => en(a.count, 'Send one mail', 'Send # mails'),
    sendMore: (a: { count: number }) => en(a.count, 'Ask one more, and keep this day', 'Ask # more, and keep this day'),
    saveDay: 'Change the last day',
    whoWouldRead: 'What each would read',
    reads: (a: { name: string }) => `${a.name} would be asked about:`,
    andMore: (a: { count: number }) => en(a.count, 'One more is asked likewise.', '# more are asked likewise.'),
    withNobody: (a: { names: string }) => `No rule leaves anybody to suggest to ${a.names}; they are not asked.`,
    answered: 'Answered',
    lastDay: 'Last day to answer',
    dayOver: 'over; answers still count until you publish',
    stillWaiting: 'Not answered yet',
    waitingNobody: 'Everybody who takes part has answered.',
    reminded: 'reminded',
    remind: (a: { count: number }) => en(a.count, 'Remind the one who has not', 'Remind the # who have not'),
    saidTitle: 'What was said',
    'said glad': 'Glad to',
    'said fine': 'Fine',
    'said not': 'Rather not this time',
    saidLater: `Counts are shown once the last day is over and at least ${fewest} have answered: until then they would tell who said what.`,
    whoReads:
      'Read here by you: how many answered, and in the reasons of a proposal who asked for whom. Who would rather not meet whom is shown to nobody, to you as counts alone; nothing of it to peers.',
    scoreAgain: 'Score again with the answers',
    notYet: (a: { count: number }) =>
      en(a.count, 'One peer who was asked has not answered yet', '# peers who were asked have not answered yet'),
    newSince: (a: { count: number }) =>
      en(a.count, 'One answer came since this was scored.', '# answers came since this was scored.'),
    backToRound: 'Back to the round',
    saidAsked: 'The mails are on their way.',
    saidReminded: 'The reminders are on their way.',
    saidDay: 'The last day is changed.',
    saidNobody: 'Nobody was left to remind: all have answered, or heard of it within a day.',
  },
  {
    ask: 'Demander d’abord aux pairs',
    askedLink: (a) => `Pairs sollicités : ${a.answered} réponses sur ${a.asked}`,
    titleBefore: (a) =>
      fr(
        a.count,
        'Un pair peut être consulté avant la publication',
        '# pairs peuvent être consultés avant la publication',
        'Plus personne à consulter',
      ),
    titleAsked: (a) => `${a.answered} sur ${fr(a.asked, '# pair a répondu', '# pairs ont répondu')}`,
    lead: 'Chacun reçoit un courriel avec une courte liste de personnes qui conviendraient, et pourquoi, et dit volontiers, d’accord ou plutôt pas cette fois. Deux personnes figurent chacune sur la liste de l’autre ; celle que ce tour proposerait en fait partie.',
    answerBy: 'Dernier jour pour répondre',
    answerByHint: `Un rappel part ${remindDaysBefore} jours avant à qui n’a pas répondu. Les réponses tardives comptent jusqu’à la publication.`,
    many: 'Suggestions à chacun',
    manyWrong: 'Choisissez 3, 4 ou 5 suggestions.',
    dayWrong: 'Donnez un jour, un mois et une année, comme 24 11 2026.',
    send: (a) => fr(a.count, 'Envoyer un courriel', 'Envoyer # courriels'),
    sendMore: (a) => fr(a.count, 'En consulter un de plus, avec ce jour', 'En consulter # de plus, avec ce jour'),
    saveDay: 'Changer le dernier jour',
    whoWouldRead: 'Ce que chacun lirait',
    reads: (a) => `${a.name} serait consulté sur :`,
    andMore: (a) => fr(a.count, '# autre est consulté de même.', '# autres sont consultés de même.'),
    withNobody: (a) => `Aucune règle ne laisse quelqu’un à suggérer à ${a.names} ; pas de courriel.`,
    answered: 'Réponses',
    lastDay: 'Dernier jour pour répondre',
    dayOver: 'passé ; les réponses comptent jusqu’à la publication',
    stillWaiting: 'Pas encore de réponse',
    waitingNobody: 'Toutes les personnes qui participent ont répondu.',
    reminded: 'rappelé',
    remind: (a) => fr(a.count, 'Rappeler la personne qui manque', 'Rappeler les # qui manquent'),
    saidTitle: 'Ce qui a été dit',
    'said glad': 'Volontiers',
    'said fine': 'D’accord',
    'said not': 'Plutôt pas cette fois',
    saidLater: `Les nombres paraissent une fois le dernier jour passé et ${fewest} réponses reçues : plus tôt, ils diraient qui a dit quoi.`,
    whoReads:
      'Vous lisez ici : combien ont répondu, et dans les raisons d’une proposition qui a demandé qui. Qui préfère ne pas rencontrer qui n’est montré à personne, à vous en nombres seulement ; rien de cela aux pairs.',
    scoreAgain: 'Réévaluer avec les réponses',
    notYet: (a) =>
      fr(a.count, 'Un pair sollicité n’a pas encore répondu', '# pairs sollicités n’ont pas encore répondu'),
    newSince: (a) =>
      fr(a.count, 'Une réponse est arrivée depuis l’évaluation.', '# réponses sont arrivées depuis l’évaluation.'),
    backToRound: 'Retour au tour',
    saidAsked: 'Les courriels sont en route.',
    saidReminded: 'Les rappels sont en route.',
    saidDay: 'Le dernier jour est changé.',
    saidNobody: 'Plus personne à rappeler : réponse reçue, ou courriel de moins d’un jour.',
  },
)
