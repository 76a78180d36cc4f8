import { catalogue, plural } from '../../platform/i18n/catalogue.ts'

/** What peers read about the times of a season. */
export const seriesWords = catalogue(
  {
    titleWith: (a: { count: number; names: string }) =>
      plural('en', a.count, { one: `Your meeting with ${a.names}`, other: `Your # meetings with ${a.names}` }),
    titleAll: (a: { count: number }) => plural('en', a.count, { one: 'Your meeting', other: 'Your # meetings' }),
    remindSubject: (a: { day: string }) => `Your meetings: please answer by ${a.day}`,
    preheader: 'One yes for all of them, with exceptions where you need them.',
    lead: (a: { initiative: string; day: string }) =>
      `For “${a.initiative}”. These times were found for all of you, with the awkward hours shared. Please answer by ${a.day}.`,
    remindLead: (a: { initiative: string; day: string }) =>
      `For “${a.initiative}”. We have not heard from you yet. One tap is enough, until ${a.day}.`,
    there: (a: { name: string; time: string; zone: string }) => `${a.name}: ${a.time}, ${a.zone}.`,
    yesToAll: 'Yes to all',
    yesToOne: 'Yes',
    someNot: 'Some of them do not work',
    calendarNote:
      'Once you have said yes to a meeting, its invitation comes by mail and puts it into your calendar; it is moved and removed there by itself. You can change your answer at any time.',
    pageLead: (a: { zone: string; day: string }) =>
      `Hours are yours: ${a.zone}. Please answer by ${a.day}; you can change your answer later.`,
    pageLeadLate: (a: { zone: string }) => `Hours are yours: ${a.zone}. You can still answer, and change your answer.`,
    over: 'All of these are behind you',
    overLead: 'Nothing more to do here. Your own page shows what comes next.',
    legend: (a: { when: string }) => `Can you come on ${a.when}?`,
    yes: 'Yes',
    maybe: 'If need be',
    no: 'No',
    otherTime: 'Propose another time',
    otherTimeFor: (a: { when: string }) => `Propose another time instead of ${a.when}`,
    send: 'Send these answers',
    youSaidYes: 'You said yes',
    youSaidMaybe: 'You said if need be',
    youSaidNo: 'You said no',
    noAnswer: 'No answer yet',
    someOpen: 'Choose an answer for at least one meeting, or use “Yes to all”.',
    thanksAll: 'Thank you. Everything is answered; the invitations come by mail.',
    thanksSome: 'Thank you, this is noted. The meetings without an answer wait for you.',
    thanksNo: 'Thank you. Where you said no, we look for another time and write to all of you once.',
    proposed: 'Your time is proposed. The others are asked by mail; the meeting moves when they agree.',
    taken: 'Something changed since you opened this page. Look at it as it is now.',
    timesTitle: (a: { partner: string }) => `Another time to meet ${a.partner}`,
    timesLead: (a: { when: string; zone: string }) =>
      `Instead of ${a.when}. One tap proposes a time; hours are yours: ${a.zone}.`,
    timesNone:
      'No other time of this season is free for all of you. Say no on the page before: your facilitator helps.',
    easy: 'Easy for all.',
    askedByYou: (a: { when: string }) => `You proposed ${a.when}. It moves there when the others agree.`,
    askedByOther: (a: { name: string; when: string }) =>
      `${a.name} proposes ${a.when}: the mail about it has your two buttons.`,
    back: 'Back to all meetings',
    replyAlso: 'You can also answer each invitation in your calendar: it counts here too.',
  },
  {
    titleWith: (a) =>
      plural('fr', a.count, { one: `Votre rencontre avec ${a.names}`, other: `Vos # rencontres avec ${a.names}` }),
    titleAll: (a) => plural('fr', a.count, { one: 'Votre rencontre', other: 'Vos # rencontres' }),
    remindSubject: (a) => `Vos rencontres : merci de répondre au plus tard le ${a.day}`,
    preheader: 'Un seul oui pour toutes, avec des exceptions si besoin.',
    lead: (a) =>
      `Pour « ${a.initiative} ». Ces horaires ont été trouvés pour vous tous, en partageant les heures difficiles. Merci de répondre au plus tard le ${a.day}.`,
    remindLead: (a) =>
      `Pour « ${a.initiative} ». Nous n’avons pas encore votre réponse. Un geste suffit, jusqu’au ${a.day}.`,
    there: (a) => `${a.name} : ${a.time}, ${a.zone}.`,
    yesToAll: 'Oui à toutes',
    yesToOne: 'Oui',
    someNot: 'Certaines ne conviennent pas',
    calendarNote:
      'Dès que vous avez dit oui à une rencontre, son invitation arrive par courriel et la place dans votre agenda ; elle y est déplacée et retirée d’elle-même. Vous pouvez changer votre réponse à tout moment.',
    pageLead: (a) =>
      `Les heures sont les vôtres : ${a.zone}. Merci de répondre au plus tard le ${a.day} ; vous pourrez changer votre réponse.`,
    pageLeadLate: (a) =>
      `Les heures sont les vôtres : ${a.zone}. Vous pouvez encore répondre, et changer votre réponse.`,
    over: 'Toutes sont derrière vous',
    overLead: 'Vous n’avez rien d’autre à faire ici. Votre propre page montre la suite.',
    legend: (a) => `Pouvez-vous venir le ${a.when} ?`,
    yes: 'Oui',
    maybe: 'S’il le faut',
    no: 'Non',
    otherTime: 'Proposer un autre horaire',
    otherTimeFor: (a) => `Proposer un autre horaire au lieu du ${a.when}`,
    send: 'Envoyer ces réponses',
    youSaidYes: 'Vous avez dit oui',
    youSaidMaybe: 'Vous avez dit s’il le faut',
    youSaidNo: 'Vous avez dit non',
    noAnswer: 'Pas encore de réponse',
    someOpen: 'Répondez pour au moins une rencontre, ou utilisez « Oui à toutes ».',
    thanksAll: 'Merci. Tout a sa réponse ; les invitations arrivent par courriel.',
    thanksSome: 'Merci, c’est noté. Les rencontres sans réponse vous attendent.',
    thanksNo:
      'Merci. Là où vous avez dit non, nous cherchons un autre horaire et vous écrivons une seule fois, à tous.',
    proposed: 'Votre horaire est proposé. Les autres sont consultés par courriel ; la rencontre bouge s’ils acceptent.',
    taken: 'Quelque chose a changé depuis que vous avez ouvert cette page. Regardez-la telle qu’elle est.',
    timesTitle: (a) => `Un autre horaire pour rencontrer ${a.partner}`,
    timesLead: (a) => `Au lieu du ${a.when}. Un geste propose un horaire ; les heures sont les vôtres : ${a.zone}.`,
    timesNone:
      'Aucun autre horaire de cette saison n’est libre pour vous tous. Dites non sur la page précédente : votre facilitatrice ou facilitateur vous aide.',
    easy: 'Facile pour tous.',
    askedByYou: (a) => `Vous avez proposé ${a.when}. La rencontre y passe si les autres acceptent.`,
    askedByOther: (a) => `${a.name} propose ${a.when} : le courriel qui vous l’annonce a vos deux boutons.`,
    back: 'Retour à toutes les rencontres',
    replyAlso: 'Vous pouvez aussi répondre à chaque invitation dans votre agenda : cela compte ici aussi.',
  },
)
