import { catalogue } from '../../platform/i18n/catalogue.ts'
import { isolate as i } from '../../ui/isolate.tsx'

interface Clocks {
  here: string
  hereZone: string
  there: string
  thereZone: string
  name: string
}

/** What peers read of connections: mails and pages. */
export const peerWords = catalogue(
  {
    hello: (of: { name: string }) => `Hello ${i(of.name)},`,
    clocks: (of: Clocks) =>
      `When it is ${of.here} for you (${of.hereZone}), it is ${of.there} for ${i(of.name)} (${of.thereZone}).`,

    askSubject: (of: { others: string; two: boolean }) =>
      of.two ? `You and ${i(of.others)}: why you two` : `You with ${i(of.others)}: why you`,
    askPreheader: 'Yes, later or no: one page, one answer.',
    askLead: (of: { agency: string; others: string }) =>
      `${i(of.agency)} would like to bring you together with ${i(of.others)}, so that you can go on learning from each other.`,
    insteadOf: (of: { before: string }) =>
      `Lately we proposed you and ${i(of.before)}. We take that back, because somebody would have been left without a partner; nobody has said no to you. This takes its place.`,
    remindSubject: (of: { others: string }) => `Waiting for your answer: you and ${i(of.others)}`,
    remindLead: (of: { others: string }) =>
      `A week ago we asked whether you would like to stay in contact with ${i(of.others)}. We have not heard from you yet. A “no” is a good answer too.`,
    againSubject: (of: { others: string }) => `Is it a better time now? You and ${i(of.others)}`,
    againLead: (of: { others: string }) =>
      `Two weeks ago you said “later” about staying in contact with ${i(of.others)}. We promised to ask once more.`,
    factWho: 'Who',
    factLanguages: 'Languages in common',
    factClocks: 'Your clocks',
    factTheyGive: (of: { name: string }) => `What ${i(of.name)} can give`,
    factYouGive: 'What you can give',
    askNothingYet:
      'Nothing starts before everybody has said yes. If you say no, only your facilitator reads the reason.',
    askButton: 'Read and answer',

    onSubject: (of: { others: string }) => `It is on: you and ${i(of.others)}`,
    onLead: (of: { others: string }) => `You all said yes. From today you and ${i(of.others)} are connected.`,
    onNext:
      'Next comes a short agreement: what each gives and wants, and how often you want to be in touch. We wrote a first version from your answers. Change it or accept it; it takes two minutes.',
    onButton: 'See our agreement',

    offSubject: (of: { others: string }) => `You and ${i(of.others)}: not this time`,
    offLead: (of: { others: string }) =>
      `We had proposed that you stay in contact with ${i(of.others)}. This will not go ahead for now.`,
    offKind:
      'Time and duties usually decide such things; it is no judgement of you. Your facilitator is looking for somebody else who fits you. You need not do anything.',

    changedSubject: (of: { name: string }) => `${i(of.name)} changed your agreement`,
    changedLead: (of: { name: string }) =>
      `${i(of.name)} wrote your agreement anew. It counts once everybody has accepted it: please look at it and accept it, or change it.`,

    pausedSubject: (of: { others: string; until: string }) => `You and ${i(of.others)}: a pause until ${of.until}`,
    pausedLead: (of: { others: string; until: string }) =>
      `Your connection with ${i(of.others)} rests until ${of.until}. Meetings that were planned before then are off. We write to you when the pause is over; you need not remember it.`,
    resumedSubject: (of: { others: string }) => `The pause is over: you and ${i(of.others)}`,
    resumedLead: (of: { others: string }) =>
      `Your connection with ${i(of.others)} goes on from today. On your page you can ask for a meeting or look at your agreement.`,
    resumedButton: 'Open my page',

    thanksSubject: (of: { names: string }) => `Thank you, ${of.names}`,
    thanksText: (of: { names: string; initiative: string }) =>
      `The connection of ${of.names} in “${of.initiative}” has come to its close. Thank you for the time and the thought you gave to each other.\n\nYou are free to stay in touch as colleagues. If you would like a new connection, you need not do anything now: we will ask you when the next round begins.`,
    reopenedSubject: (of: { others: string }) => `It goes on after all: you and ${i(of.others)}`,
    reopenedLead: (of: { others: string }) =>
      `We had written that your connection with ${i(of.others)} was closed. That has been taken back: it goes on, and your agreement still holds.`,
    leftSubject: (of: { name: string }) => `${i(of.name)} has left your group`,
    leftLead: (of: { name: string }) =>
      `${i(of.name)} has stopped taking part, so your group is one smaller. Everything else stays as you agreed.`,

    proposalTitle: (of: { others: string; two: boolean }) =>
      of.two ? `You and ${of.others}: why you two` : `You with ${of.others}: why you`,
    proposalWhy: 'Why',
    theyWant: (of: { name: string }) => `What ${i(of.name)} is looking for`,
    yourAnswer: 'Your answer',
    answerLegend: 'Would you like this?',
    answerYes: 'Yes',
    answerYesHint: 'It starts when everybody has said yes.',
    answerLater: 'Later',
    answerLaterHint: 'We ask you once more in two weeks.',
    answerNo: 'No',
    answerNoHintGroup: 'The group goes on without you, if three are left. The others never hear the reason.',
    answerNoHint: 'The proposal ends. The others are told kindly, and never the reason.',
    answerMissing: 'Choose yes, later or no.',
    reason: 'Your reason',
    reasonHint: (of: { agency: string }) => `Only the facilitators of ${of.agency} read this. The others never see it.`,
    reasonLong: 'Keep it under 1,000 characters.',
    sendAnswer: 'Send my answer',
    changeAnswer: 'Change my answer',
    saidYes: (of: { on: string }) =>
      `You said yes on ${of.on}. You get a mail as soon as it is settled. Until then you can change your answer.`,
    saidNo: (of: { on: string }) => `You said no on ${of.on}. Until it is settled you can change your answer.`,
    saidLater: (of: { on: string }) => `You said later on ${of.on}. Until it is settled you can change your answer.`,
    answered: 'Thank you, your answer has arrived.',
    isOnTitle: (of: { others: string }) => `It is on: you and ${of.others}`,
    isOn: 'Everybody said yes. What comes next is your agreement.',
    toAgreement: 'Open our agreement',
    isOffTitle: 'This proposal has ended',
    isOff: (of: { on: string }) =>
      `It ended on ${of.on} and will not go ahead. You need not do anything; your facilitator is looking for somebody else.`,

    agreementWaits: (of: { others: string }) => `Your agreement with ${of.others} waits for you`,
    agreementWaitsForOthers: (of: { others: string; waiting: string }) =>
      `You have accepted; ${of.waiting} has yet to answer`,
    agreementStands: (of: { others: string }) => `You and ${of.others} agree`,
    agreementLead:
      'Plain words, no small print. Anyone of you can change it at any time; the others are then asked again.',
    whoGives: 'Who gives what',
    gives: 'gives',
    wants: 'is looking for',
    notSaid: 'Not said yet',
    howWeMeet: 'How we stay in touch',
    rhythm: 'How often',
    everyDays: (of: { days: number }) => `Every ${of.days} days`,
    'rhythm 7': 'Every week',
    'rhythm 14': 'Every two weeks',
    'rhythm 30': 'Every month',
    'rhythm 61': 'Every two months',
    medium: 'How',
    'medium video': 'By video',
    'medium telephone': 'By telephone',
    'medium messages': 'By messages',
    'medium face_to_face': 'Face to face',
    reviewOn: 'We look at it again on',
    noReview: 'No date yet',
    acceptedOn: (of: { name: string; on: string }) => `${i(of.name)} accepted this on ${of.on}`,
    notAccepted: (of: { name: string }) => `${i(of.name)} has not accepted this yet`,
    accept: 'I accept this agreement',
    changeTitle: 'Change the agreement',
    yourGives: 'What I give',
    yourWants: 'What I am looking for',
    textLong: 'Keep it under 600 characters.',
    rhythmMissing: 'Choose how often you want to be in touch.',
    mediumMissing: 'Choose how you want to be in touch.',
    reviewMissing: 'Give a day, a month and a year, like 24 5 2027.',
    saveChange: 'Save, and ask the others',
    accepted: 'Accepted. Thank you.',
    changed: 'Saved. The others are asked to accept it.',
    pausedUntil: (of: { until: string }) => `This connection rests until ${of.until}. Your agreement stays as it is.`,
  },
  {
    hello: (of) => `Bonjour ${i(of.name)},`,
    clocks: (of) =>
      `Quand il est ${of.here} chez vous (${of.hereZone}), il est ${of.there} chez ${i(of.name)} (${of.thereZone}).`,

    askSubject: (of) =>
      of.two ? `Vous et ${i(of.others)} : pourquoi vous deux` : `Vous avec ${i(of.others)} : pourquoi vous`,
    askPreheader: 'Oui, plus tard ou non : une page, une réponse.',
    askLead: (of) =>
      `${i(of.agency)} souhaite vous mettre en relation avec ${i(of.others)}, afin que vous continuiez d’apprendre ensemble.`,
    insteadOf: (of) =>
      `Nous vous avions récemment proposé un lien avec ${i(of.before)}. Nous le retirons, car quelqu’un serait resté sans binôme ; personne ne vous a dit non. Voici ce qui le remplace.`,
    remindSubject: (of) => `En attente de votre réponse : vous et ${i(of.others)}`,
    remindLead: (of) =>
      `Il y a une semaine, nous vous demandions si vous souhaitiez rester en contact avec ${i(of.others)}. Nous n’avons pas encore de réponse. Un « non » est aussi une bonne réponse.`,
    againSubject: (of) => `Le moment est-il meilleur ? Vous et ${i(of.others)}`,
    againLead: (of) =>
      `Il y a deux semaines, vous avez répondu « plus tard » au sujet de ${i(of.others)}. Nous avions promis de vous reposer la question une fois.`,
    factWho: 'Qui',
    factLanguages: 'Langues communes',
    factClocks: 'Vos horloges',
    factTheyGive: (of) => `${i(of.name)} peut apporter`,
    factYouGive: 'Ce que vous pouvez apporter',
    askNothingYet:
      'Rien ne commence avant que chacun ait dit oui. Si vous dites non, seule la personne qui vous accompagne en lit la raison.',
    askButton: 'Lire et répondre',

    onSubject: (of) => `C’est parti : vous et ${i(of.others)}`,
    onLead: (of) => `Tout le monde a dit oui. Dès aujourd’hui, vous et ${i(of.others)} êtes en relation.`,
    onNext:
      'Vient ensuite un court accord : ce que chacun apporte et cherche, et à quel rythme vous voulez être en contact. Nous avons rédigé une première version à partir de vos réponses. Modifiez-la ou acceptez-la ; cela prend deux minutes.',
    onButton: 'Voir notre accord',

    offSubject: (of) => `Vous et ${i(of.others)} : pas cette fois`,
    offLead: (of) =>
      `Nous vous avions proposé de rester en contact avec ${i(of.others)}. Cela ne se fera pas pour l’instant.`,
    offKind:
      'Ce sont le plus souvent le temps et les obligations qui décident ; ce n’est pas un jugement sur vous. La personne qui vous accompagne cherche quelqu’un d’autre qui vous convienne. Vous n’avez rien à faire.',

    changedSubject: (of) => `${i(of.name)} a modifié votre accord`,
    changedLead: (of) =>
      `${i(of.name)} a récrit votre accord. Il vaut une fois accepté par tous : lisez-le, puis acceptez-le ou modifiez-le.`,

    pausedSubject: (of) => `Vous et ${i(of.others)} : une pause jusqu’au ${of.until}`,
    pausedLead: (of) =>
      `Votre relation avec ${i(of.others)} se repose jusqu’au ${of.until}. Les rencontres prévues d’ici là sont annulées. Nous vous écrirons à la fin de la pause ; vous n’avez pas à y penser.`,
    resumedSubject: (of) => `La pause est finie : vous et ${i(of.others)}`,
    resumedLead: (of) =>
      `Votre relation avec ${i(of.others)} reprend aujourd’hui. Sur votre page, vous pouvez demander une rencontre ou revoir votre accord.`,
    resumedButton: 'Ouvrir ma page',

    thanksSubject: (of) => `Merci, ${of.names}`,
    thanksText: (of) =>
      `La relation de ${of.names} dans « ${of.initiative} » est arrivée à son terme. Merci pour le temps et l’attention que vous vous êtes donnés.\n\nVous êtes libres de rester en contact entre collègues. Si vous souhaitez une nouvelle relation, vous n’avez rien à faire maintenant : nous vous poserons la question à l’ouverture du prochain tour.`,
    reopenedSubject: (of) => `Finalement, cela continue : vous et ${i(of.others)}`,
    reopenedLead: (of) =>
      `Nous vous avions écrit que votre relation avec ${i(of.others)} était close. C’est annulé : elle continue, et votre accord tient toujours.`,
    leftSubject: (of) => `${i(of.name)} a quitté votre groupe`,
    leftLead: (of) =>
      `${i(of.name)} ne participe plus ; votre groupe compte donc une personne de moins. Le reste demeure comme convenu.`,

    proposalTitle: (of) =>
      of.two ? `Vous et ${of.others} : pourquoi vous deux` : `Vous avec ${of.others} : pourquoi vous`,
    proposalWhy: 'Pourquoi',
    theyWant: (of) => `${i(of.name)} cherche`,
    yourAnswer: 'Votre réponse',
    answerLegend: 'Cela vous convient-il ?',
    answerYes: 'Oui',
    answerYesHint: 'Cela commence quand tout le monde a dit oui.',
    answerLater: 'Plus tard',
    answerLaterHint: 'Nous vous reposons la question une fois, dans deux semaines.',
    answerNo: 'Non',
    answerNoHintGroup:
      'Le groupe continue sans vous, s’il reste trois personnes. Les autres n’apprennent jamais la raison.',
    answerNoHint: 'La proposition prend fin. Les autres l’apprennent avec tact, et jamais la raison.',
    answerMissing: 'Choisissez oui, plus tard ou non.',
    reason: 'Votre raison',
    reasonHint: (of) =>
      `Seules les personnes qui animent pour ${of.agency} lisent ceci. Les autres ne le voient jamais.`,
    reasonLong: 'Restez sous 1 000 caractères.',
    sendAnswer: 'Envoyer ma réponse',
    changeAnswer: 'Changer ma réponse',
    saidYes: (of) =>
      `Vous avez dit oui le ${of.on}. Vous recevrez un courriel dès que tout sera décidé. D’ici là, vous pouvez changer votre réponse.`,
    saidNo: (of) => `Vous avez répondu non le ${of.on}. Tant que rien n’est réglé, vous pouvez changer votre réponse.`,
    saidLater: (of) =>
      `Vous avez répondu plus tard le ${of.on}. Tant que rien n’est décidé, vous pouvez changer votre réponse.`,
    answered: 'Merci, votre réponse est arrivée.',
    isOnTitle: (of) => `C’est parti : vous et ${of.others}`,
    isOn: 'Tout le monde a dit oui. La suite, c’est votre accord.',
    toAgreement: 'Ouvrir notre accord',
    isOffTitle: 'Cette proposition a pris fin',
    isOff: (of) =>
      `Elle a pris fin le ${of.on} et n’aura pas de suite. Vous n’avez rien à faire ; la personne qui vous accompagne cherche quelqu’un d’autre.`,

    agreementWaits: (of) => `Votre accord avec ${of.others} vous attend`,
    agreementWaitsForOthers: (of) => `Vous avez accepté ; il manque la réponse de ${of.waiting}`,
    agreementStands: (of) => `Vous et ${of.others} êtes d’accord`,
    agreementLead:
      'Des mots simples, sans petits caractères. Chacun peut le modifier à tout moment ; les autres sont alors consultés à nouveau.',
    whoGives: 'Qui apporte quoi',
    gives: 'apporte',
    wants: 'cherche',
    notSaid: 'Pas encore indiqué',
    howWeMeet: 'Comment nous restons en contact',
    rhythm: 'À quel rythme',
    everyDays: (of) => `Tous les ${of.days} jours`,
    'rhythm 7': 'Chaque semaine',
    'rhythm 14': 'Toutes les deux semaines',
    'rhythm 30': 'Chaque mois',
    'rhythm 61': 'Tous les deux mois',
    medium: 'Comment',
    'medium video': 'Par vidéo',
    'medium telephone': 'Par téléphone',
    'medium messages': 'Par messages',
    'medium face_to_face': 'En personne',
    reviewOn: 'Nous faisons le point le',
    noReview: 'Pas encore de date',
    acceptedOn: (of) => `${i(of.name)} a accepté le ${of.on}`,
    notAccepted: (of) => `${i(of.name)} n’a pas encore accepté`,
    accept: 'J’accepte cet accord',
    changeTitle: 'Modifier l’accord',
    yourGives: 'Ce que j’apporte',
    yourWants: 'Ce que je cherche',
    textLong: 'Restez sous 600 caractères.',
    rhythmMissing: 'Choisissez à quel rythme vous voulez être en contact.',
    mediumMissing: 'Choisissez comment vous voulez être en contact.',
    reviewMissing: 'Donnez un jour, un mois et une année, comme 24 5 2027.',
    saveChange: 'Enregistrer et consulter les autres',
    accepted: 'Accepté. Merci.',
    changed: 'Enregistré. Les autres sont invités à l’accepter.',
    pausedUntil: (of) => `Cette relation se repose jusqu’au ${of.until}. Votre accord reste tel quel.`,
  },
)
