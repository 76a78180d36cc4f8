import { catalogue, plural } from '../../../platform/i18n/catalogue.ts'

interface Two {
  one: string
  other: string
}

/** Reasons in words. Plain keys speak about others, `you…` speaks to the reader; `…Of` names two of three. */
export const reasonWords = catalogue(
  {
    gives: (a: { giver: string; taker: string; topics: string }) =>
      `${a.giver} offers ${a.topics}, which ${a.taker} wants.`,
    youGive: (a: { taker: string; topics: string }) => `You offer ${a.topics}, which ${a.taker} wants.`,
    youGain: (a: { giver: string; topics: string }) => `${a.giver} offers ${a.topics}, which you want.`,
    sameProblem: (a: { topic: string }) => `Both work on ${a.topic}.`,
    sameProblemOf: (a: Two & { topic: string }) => `${a.one} and ${a.other} both work on ${a.topic}.`,
    yourSameProblem: (a: { other: string; topic: string }) => `You and ${a.other} both work on ${a.topic}.`,
    knows: (a: { knower: string; worker: string; topic: string }) =>
      `${a.worker} works on ${a.topic}, where ${a.knower} can help.`,
    youKnow: (a: { worker: string; topic: string }) => `${a.worker} works on ${a.topic}, where you can help.`,
    youWorkOn: (a: { knower: string; topic: string }) => `You work on ${a.topic}, where ${a.knower} can help.`,
    bothWant: (a: { topics: string }) => `Both want to learn about ${a.topics}.`,
    bothWantOf: (a: Two & { topics: string }) => `${a.one} and ${a.other} both want to learn about ${a.topics}.`,
    youBothWant: (a: { other: string; topics: string }) => `You and ${a.other} both want to learn about ${a.topics}.`,
    bothOffer: (a: { topics: string }) => `Both know about ${a.topics}.`,
    bothOfferOf: (a: Two & { topics: string }) => `${a.one} and ${a.other} both know about ${a.topics}.`,
    youBothOffer: (a: { other: string; topics: string }) => `You and ${a.other} both know about ${a.topics}.`,
    language: (a: { languages: string }) => `They can work together in ${a.languages}.`,
    languageOf: (a: Two & { languages: string }) => `${a.one} and ${a.other} can work together in ${a.languages}.`,
    yourLanguage: (a: { other: string; languages: string }) =>
      `You and ${a.other} can work together in ${a.languages}.`,
    hours: (a: { hours: number }) =>
      plural('en', a.hours, {
        one: 'Their free hours meet for # hour a week.',
        other: 'Their free hours meet for # hours a week.',
      }),
    hoursOf: (a: Two & { hours: number }) =>
      plural('en', a.hours, {
        one: `The free hours of ${a.one} and ${a.other} meet for # hour a week.`,
        other: `The free hours of ${a.one} and ${a.other} meet for # hours a week.`,
      }),
    yourHours: (a: { other: string; hours: number }) =>
      plural('en', a.hours, {
        one: `Your free hours and those of ${a.other} meet for # hour a week.`,
        other: `Your free hours and those of ${a.other} meet for # hours a week.`,
      }),
    bothWish: (a: Two) => `${a.one} and ${a.other} met and both wish to go on.`,
    oneWishes: (a: Two) => `${a.one} met ${a.other} and wishes to go on.`,
    youWish: (a: { other: string }) => `You met ${a.other} and wished to go on.`,
    bothAsked: (a: Two) => `${a.one} and ${a.other} asked for each other.`,
    oneAsked: (a: Two) => `${a.one} asked for ${a.other}.`,
    youAsked: (a: { other: string }) => `You asked for ${a.other}.`,
    commitment: (a: { hours: number }) =>
      plural('en', a.hours, {
        one: 'Both can give # hour a month or more.',
        other: 'Both can give # hours a month or more.',
      }),
    commitmentOf: (a: Two & { hours: number }) =>
      plural('en', a.hours, {
        one: `${a.one} and ${a.other} can both give # hour a month or more.`,
        other: `${a.one} and ${a.other} can both give # hours a month or more.`,
      }),
    yourCommitment: (a: { other: string; hours: number }) =>
      plural('en', a.hours, {
        one: `You and ${a.other} can both give # hour a month or more.`,
        other: `You and ${a.other} can both give # hours a month or more.`,
      }),
    alikeWords: (a: Two & { words: string }) => `${a.one} and ${a.other} both speak of ${a.words} in their own words.`,
    yourAlikeWords: (a: { other: string; words: string }) =>
      `You and ${a.other} both speak of ${a.words} in your own words.`,
    setting: (a: Two & { alike: string }) => `${a.one} and ${a.other} work in like settings: the same ${a.alike}.`,
    yourSetting: (a: { other: string; alike: string }) =>
      `You and ${a.other} work in like settings: the same ${a.alike}.`,
    'alike kind': 'kind of organisation',
    'alike size': 'size of organisation',
    'alike income': 'income group of the country',
    leftOut: (a: { names: string; count: number }) =>
      a.count === 1
        ? `${a.names} was left out or let down last time.`
        : `${a.names} were left out or let down last time.`,
    allSpeak: (a: { languages: string }) => `All can work in ${a.languages}.`,
    youAllSpeak: (a: { languages: string }) => `All of you can work in ${a.languages}.`,
    severalWorkOn: (a: { count: number; topic: string }) => `${a.count} of them work on ${a.topic}.`,
    severalGain: (a: { count: number; of: number }) => `${a.count} of ${a.of} get something they want from another.`,
    again: (a: Two) => `${a.one} and ${a.other} were in a connection before.`,
    youAgain: (a: { other: string }) => `You and ${a.other} were in a connection before.`,
  },
  {
    gives: (a) => `${a.giver} propose son aide sur ${a.topics}, que ${a.taker} recherche.`,
    youGive: (a) => `Vous proposez votre aide sur ${a.topics}, que ${a.taker} recherche.`,
    youGain: (a) => `${a.giver} propose son aide sur ${a.topics}, que vous recherchez.`,
    sameProblem: (a) => `Les deux travaillent sur ${a.topic}.`,
    sameProblemOf: (a) => `${a.one} et ${a.other} travaillent sur ${a.topic}.`,
    yourSameProblem: (a) => `Vous et ${a.other} travaillez sur ${a.topic}.`,
    knows: (a) => `${a.worker} travaille sur ${a.topic}, où ${a.knower} peut aider.`,
    youKnow: (a) => `${a.worker} travaille sur ${a.topic}, où vous pouvez aider.`,
    youWorkOn: (a) => `Vous travaillez sur ${a.topic}, où ${a.knower} peut aider.`,
    bothWant: (a) => `Les deux cherchent à apprendre sur ${a.topics}.`,
    bothWantOf: (a) => `${a.one} et ${a.other} cherchent à apprendre sur ${a.topics}.`,
    youBothWant: (a) => `Vous et ${a.other} cherchez à apprendre sur ${a.topics}.`,
    bothOffer: (a) => `Les deux ont de l’expérience sur ${a.topics}.`,
    bothOfferOf: (a) => `${a.one} et ${a.other} ont de l’expérience sur ${a.topics}.`,
    youBothOffer: (a) => `Vous et ${a.other} avez de l’expérience sur ${a.topics}.`,
    language: (a) => `Les deux peuvent travailler en ${a.languages}.`,
    languageOf: (a) => `${a.one} et ${a.other} peuvent travailler en ${a.languages}.`,
    yourLanguage: (a) => `Vous et ${a.other} pouvez travailler en ${a.languages}.`,
    hours: (a) =>
      plural('fr', a.hours, {
        one: 'Les deux ont # heure libre en commun par semaine.',
        other: 'Les deux ont # heures libres en commun par semaine.',
      }),
    hoursOf: (a) =>
      plural('fr', a.hours, {
        one: `${a.one} et ${a.other} ont # heure libre en commun par semaine.`,
        other: `${a.one} et ${a.other} ont # heures libres en commun par semaine.`,
      }),
    yourHours: (a) =>
      plural('fr', a.hours, {
        one: `Vous et ${a.other} avez # heure libre en commun par semaine.`,
        other: `Vous et ${a.other} avez # heures libres en commun par semaine.`,
      }),
    bothWish: (a) => `${a.one} et ${a.other} se connaissent et souhaitent continuer.`,
    oneWishes: (a) => `${a.one} connaît ${a.other} et souhaite continuer.`,
    youWish: (a) => `Vous connaissez ${a.other} et souhaitiez continuer.`,
    bothAsked: (a) => `${a.one} et ${a.other} ont demandé à se rencontrer.`,
    oneAsked: (a) => `${a.one} a demandé à rencontrer ${a.other}.`,
    youAsked: (a) => `Vous avez demandé à rencontrer ${a.other}.`,
    commitment: (a) =>
      plural('fr', a.hours, {
        one: 'Les deux peuvent donner # heure par mois ou plus.',
        other: 'Les deux peuvent donner # heures par mois ou plus.',
      }),
    commitmentOf: (a) =>
      plural('fr', a.hours, {
        one: `${a.one} et ${a.other} peuvent donner # heure par mois ou plus.`,
        other: `${a.one} et ${a.other} peuvent donner # heures par mois ou plus.`,
      }),
    yourCommitment: (a) =>
      plural('fr', a.hours, {
        one: `Vous et ${a.other} pouvez donner # heure par mois ou plus.`,
        other: `Vous et ${a.other} pouvez donner # heures par mois ou plus.`,
      }),
    alikeWords: (a) => `${a.one} et ${a.other} parlent, avec leurs propres mots, de ${a.words}.`,
    yourAlikeWords: (a) => `Vous et ${a.other} parlez, avec vos propres mots, de ${a.words}.`,
    setting: (a) => `${a.one} et ${a.other} travaillent dans un cadre semblable : ${a.alike}.`,
    yourSetting: (a) => `Vous et ${a.other} travaillez dans un cadre semblable : ${a.alike}.`,
    'alike kind': 'même type d’organisation',
    'alike size': 'même taille d’organisation',
    'alike income': 'même groupe de revenu du pays',
    leftOut: (a) => `Sans binôme ou sans réponse la dernière fois : ${a.names}.`,
    allSpeak: (a) => `Tous peuvent travailler en ${a.languages}.`,
    youAllSpeak: (a) => `Vous pouvez tous travailler en ${a.languages}.`,
    severalWorkOn: (a) => `${a.count} d’entre eux travaillent sur ${a.topic}.`,
    severalGain: (a) => `${a.count} sur ${a.of} reçoivent d’un autre ce qu’ils cherchent.`,
    again: (a) => `${a.one} et ${a.other} ont déjà été en lien.`,
    youAgain: (a) => `Vous et ${a.other} avez déjà été en lien.`,
  },
)
