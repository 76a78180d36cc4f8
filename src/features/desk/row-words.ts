import { catalogue, plural } from '../../platform/i18n/catalogue.ts'

const enDays = (count: number) => plural('en', count, { one: 'one day', other: '# days' })
const frDays = (count: number) => plural('fr', count, { one: 'un jour', other: '# jours' })
const enAgo = (days: number) => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`)
const frAgo = (days: number) => (days === 0 ? 'aujourd’hui' : days === 1 ? 'hier' : `il y a ${days} jours`)
const enEvery = (days: number) => (days === 1 ? 'every day' : `every ${days} days`)
const frEvery = (days: number) => (days === 1 ? 'chaque jour' : `tous les ${days} jours`)

interface Silence {
  days: number
  rhythm: number
  /** Whether they ever met. */
  met: boolean
}

/** What a row of the desk says: whom it is about, why in a whole sentence with its figures, and its tag. */
export const rowWords = catalogue(
  {
    silent: (a: Silence) =>
      a.met
        ? `Silent for ${enDays(a.days)}; they agreed on ${enEvery(a.rhythm)}.`
        : `Not in touch since they started ${enAgo(a.days)}; they agreed on ${enEvery(a.rhythm)}.`,
    amberHint: 'A short word often does.',
    lapsedHint: (a: { times: string }) =>
      `That is ${a.times} times their rhythm: decide with them whether to start anew or to close well.`,
    noTime: (a: { days: number }) =>
      `Times were proposed twice, the last ones ${enAgo(a.days)}, and no time suited all. Nothing is planned.`,
    seasonSilent: (a: { names: string; count: number; days: number }) =>
      plural('en', a.count, {
        one: `${a.names} has not answered the times of the season; the last day to was ${enAgo(a.days + 1)}.`,
        other: `${a.names} have not answered the times of the season; the last day to was ${enAgo(a.days + 1)}.`,
      }),
    seasonClash: (a: { names: string; days: number }) =>
      `Their meeting of the season in ${enDays(a.days)} falls where ${a.names} cannot come by what was said since, and no easy time is free.`,
    missed: (a: { days: number }) => `They were to meet ${enAgo(a.days)} and did not. Nothing new is arranged.`,
    stuckSilent: (a: { names: string; count: number; days: number }) =>
      plural('en', a.count, {
        one: `${a.names} has not answered the proposal of ${enDays(a.days)} ago, though reminded.`,
        other: `${a.names} have not answered the proposal of ${enDays(a.days)} ago, though reminded.`,
      }),
    stuckLater: (a: { names: string; count: number }) =>
      plural('en', a.count, {
        one: `${a.names} has said later, and was asked again.`,
        other: `${a.names} have said later, and were asked again.`,
      }),
    saidNo: (a: { names: string; days: number }) => `${a.names} said no ${enAgo(a.days)}.`,
    said: (a: { name: string; text: string }) => `${a.name}: “${a.text}”`,
    leftAlone: (a: { names: string; count: number }) =>
      plural('en', a.count, { one: `${a.names} has nobody now.`, other: `${a.names} have nobody now.` }),
    unsigned: (a: { names: string; count: number; days: number }) =>
      plural('en', a.count, {
        one: `Started ${enAgo(a.days)}, and ${a.names} has not accepted the agreement.`,
        other: `Started ${enAgo(a.days)}, and ${a.names} have not accepted the agreement.`,
      }),
    reviewToday: 'The review they agreed on is due today. Look together at what it brings.',
    reviewPast: (a: { days: number; on: string }) =>
      `The review they agreed on was due on ${a.on}, ${enAgo(a.days)}. Look together at what it brings.`,
    untouched: (a: { days: number }) =>
      `In touch as agreed, but none of you has looked after them for ${enDays(a.days)}. Once a month keeps most connections alive.`,
    authorityLapsing: (a: { authoriser: string; on: string }) =>
      `The hours lent by ${a.authoriser} end on ${a.on}. A report brings the renewal.`,
    authorityLapsed: (a: { authoriser: string; on: string }) => `The hours lent by ${a.authoriser} ended on ${a.on}.`,
    reportWaits: (a: { days: number }) => `The report sent ${enAgo(a.days)} has no answer yet.`,
    callAsked: (a: { authoriser: string; days: number }) =>
      `${a.authoriser} asked ${enAgo(a.days)} for a call before renewing.`,
    unanswered: (a: { names: string }) =>
      `${a.names}: invited and reminded, without an answer. A call, or a word from a colleague, works better than a third mail.`,
    mailFailed: (a: { names: string }) =>
      `To ${a.names}. The mail server refused them for good; the addresses may be wrong.`,
    authorityMissing: (a: { names: string }) =>
      `${a.names}: connected for two weeks or longer, and no permission of their organisation is on record.`,
    minutesDue: (a: { days: number }) => `It was ${enAgo(a.days)}, and its minutes are not sent.`,
    placeFree: (a: { days: number }) =>
      `A place came free; the last to whom it was offered let it go ${enAgo(a.days)}, and nobody waits.`,
    programmeLong: (a: { over: number }) =>
      plural('en', a.over, {
        one: 'It is near, and its programme is one minute longer than the meeting.',
        other: 'It is near, and its programme is # minutes longer than the meeting.',
      }),
    someNames: (a: { names: string; more: number }) => `${a.names} and ${a.more} more`,
    headUnanswered: (a: { count: number }) =>
      plural('en', a.count, { one: 'One peer has not answered', other: '# peers have not answered' }),
    headMailFailed: (a: { count: number }) =>
      plural('en', a.count, { one: 'One mail could not be delivered', other: '# mails could not be delivered' }),
    headAuthorityMissing: (a: { count: number }) =>
      plural('en', a.count, {
        one: 'One connected peer has no authority on record',
        other: '# connected peers have no authority on record',
      }),
    daysTag: (a: { count: number }) => enDays(a.count),
    inDays: (a: { count: number }) =>
      a.count === 0 ? 'today' : plural('en', a.count, { one: 'in one day', other: 'in # days' }),
  },
  {
    silent: (a) =>
      a.met
        ? `Silence depuis ${frDays(a.days)} ; ils avaient convenu d’un contact ${frEvery(a.rhythm)}.`
        : `Aucun contact depuis le début, ${frAgo(a.days)} ; ils avaient convenu d’un contact ${frEvery(a.rhythm)}.`,
    amberHint: 'Un mot suffit souvent.',
    lapsedHint: (a) => `C’est ${a.times} fois leur rythme : décidez avec eux s’il faut reprendre ou bien clore.`,
    noTime: (a) =>
      `Des horaires ont été proposés deux fois, les derniers ${frAgo(a.days)}, et aucun ne convenait à tous. Rien n’est prévu.`,
    seasonSilent: (a) =>
      plural('fr', a.count, {
        one: `${a.names} n’a pas répondu aux horaires de la saison ; le dernier jour était ${frAgo(a.days + 1)}.`,
        other: `${a.names} n’ont pas répondu aux horaires de la saison ; le dernier jour était ${frAgo(a.days + 1)}.`,
      }),
    seasonClash: (a) =>
      `Leur rencontre de la saison dans ${frDays(a.days)} tombe à un moment où ${a.names} n’est plus libre, d’après ce qui a été dit depuis ; aucun autre moment facile n’existe.`,
    missed: (a) => `Leur rencontre prévue ${frAgo(a.days)} n’a pas eu lieu. Rien de nouveau n’est prévu.`,
    stuckSilent: (a) =>
      plural('fr', a.count, {
        one: `${a.names} n’a pas répondu à la proposition, faite il y a ${frDays(a.days)}, malgré le rappel.`,
        other: `${a.names} n’ont pas répondu à la proposition, faite il y a ${frDays(a.days)}, malgré le rappel.`,
      }),
    stuckLater: (a) =>
      plural('fr', a.count, {
        one: `${a.names} a répondu « plus tard », et la question a été reposée.`,
        other: `${a.names} ont répondu « plus tard », et la question a été reposée.`,
      }),
    saidNo: (a) => `Refus de ${a.names}, ${frAgo(a.days)}.`,
    said: (a) => `${a.name} : « ${a.text} »`,
    leftAlone: (a) =>
      plural('fr', a.count, { one: `${a.names} n’a plus personne.`, other: `${a.names} n’ont plus personne.` }),
    unsigned: (a) =>
      plural('fr', a.count, {
        one: `Commencée ${frAgo(a.days)}, et ${a.names} n’a pas accepté l’accord.`,
        other: `Commencée ${frAgo(a.days)}, et ${a.names} n’ont pas accepté l’accord.`,
      }),
    reviewToday: 'Le bilan convenu est pour aujourd’hui. Regardez ensemble ce qu’elle apporte.',
    reviewPast: (a) =>
      `Le bilan convenu était prévu le ${a.on}, ${frAgo(a.days)}. Regardez ensemble ce qu’elle apporte.`,
    untouched: (a) =>
      `Le contact tient, mais personne de votre équipe ne s’en est occupé depuis ${frDays(a.days)}. Une fois par mois garde la plupart des relations en vie.`,
    authorityLapsing: (a) =>
      `Les heures prêtées par ${a.authoriser} prennent fin le ${a.on}. Un rapport amène le renouvellement.`,
    authorityLapsed: (a) => `Les heures prêtées par ${a.authoriser} ont pris fin le ${a.on}.`,
    reportWaits: (a) => `Le rapport envoyé ${frAgo(a.days)} est encore sans réponse.`,
    callAsked: (a) => `${a.authoriser} souhaite parler avant de renouveler ; demande faite ${frAgo(a.days)}.`,
    unanswered: (a) =>
      `${a.names} : invités et relancés, sans réponse. Un appel, ou le mot d’un collègue, vaut mieux qu’un troisième courriel.`,
    mailFailed: (a) =>
      `Pour ${a.names}. Le serveur de courrier a refusé pour de bon ; les adresses sont peut-être fausses.`,
    authorityMissing: (a) =>
      `${a.names} : en relation depuis deux semaines ou plus, sans autorisation enregistrée de leur organisation.`,
    minutesDue: (a) => `Elle a eu lieu ${frAgo(a.days)}, et son compte rendu n’est pas envoyé.`,
    placeFree: (a) =>
      `Une place s’est libérée ; la dernière personne à qui elle était proposée l’a laissée ${frAgo(a.days)}, et personne n’attend.`,
    programmeLong: (a) =>
      plural('fr', a.over, {
        one: 'Elle approche, et son programme la dépasse d’une minute.',
        other: 'Elle approche, et son programme la dépasse de # minutes.',
      }),
    someNames: (a) => `${a.names} et ${a.more} de plus`,
    headUnanswered: (a) =>
      plural('fr', a.count, { one: 'Un pair n’a pas répondu', other: '# pairs n’ont pas répondu' }),
    headMailFailed: (a) =>
      plural('fr', a.count, { one: 'Un courriel n’a pas pu être remis', other: '# courriels n’ont pas pu être remis' }),
    headAuthorityMissing: (a) =>
      plural('fr', a.count, {
        one: 'Un pair en relation est sans autorisation enregistrée',
        other: '# pairs en relation sont sans autorisation enregistrée',
      }),
    daysTag: (a) => frDays(a.count),
    inDays: (a) =>
      a.count === 0 ? 'aujourd’hui' : plural('fr', a.count, { one: 'dans un jour', other: 'dans # jours' }),
  },
)
