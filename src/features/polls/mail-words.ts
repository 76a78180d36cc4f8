import { catalogue } from '../../platform/i18n/catalogue.ts'

/** What the mails of a poll say. */
export const mailWords = catalogue(
  {
    why: (a: { agency: string }) =>
      `You get this because ${a.agency} looks for a time together with you. Answers and addresses are deleted 90 days after the poll ends.`,
    factLong: 'How long',
    factPlace: 'Where',
    factWhen: 'When',
    factThere: 'For the organiser',
    minutes: (a: { count: string }) => `${a.count} minutes`,
    askSubject: (a: { title: string }) => `Which times suit you? ${a.title}`,
    askHeading: (a: { title: string }) => `Which times suit you? ${a.title}`,
    remindSubject: (a: { title: string }) => `Your times are still missing: ${a.title}`,
    remindHeading: (a: { title: string }) => `Your times are still missing: ${a.title}`,
    changedSubject: (a: { title: string }) => `The times have changed: ${a.title}`,
    changedHeading: (a: { title: string }) => `The times have changed: ${a.title}`,
    askPreheader: (a: { by: string }) => `One minute, without an account, by ${a.by}.`,
    askText: (a: { agency: string; by: string }) =>
      `${a.agency} looks for a time that suits everybody. Please say by ${a.by} which of these suit you; you can change it until then.`,
    askButton: 'Say which times suit me',
    ownSubject: (a: { title: string }) => `Your answer: ${a.title}`,
    ownPreheader: 'The way back to your answer, from any device.',
    ownHeading: 'The way back to your answer',
    ownText: (a: { title: string; by: string }) =>
      `Your times for “${a.title}” are noted. This address is yours alone: change or withdraw your answer with it until ${a.by}.`,
    ownButton: 'Open my answer',
    ownNotYou: 'If you did not answer, somebody typed your address by mistake. Open the answer and withdraw it.',
    decidedSubject: (a: { title: string; when: string }) => `${a.title}: ${a.when}`,
    decidedHeading: (a: { title: string }) => `The time is decided: ${a.title}`,
    movedSubject: (a: { title: string; when: string }) => `Moved: ${a.title}, now ${a.when}`,
    movedHeading: (a: { title: string }) => `The time has moved: ${a.title}`,
    offSubject: (a: { title: string; when: string }) => `Off: ${a.title}, ${a.when}`,
    offHeading: (a: { title: string }) => `This time is off: ${a.title}`,
    decidedText: 'The invitation for your calendar is attached. It moves and goes by itself if something changes.',
    offText: 'It is taken out of your calendar. There is nothing else to do.',
  },
  {
    why: (a) =>
      `Vous recevez ceci parce que ${a.agency} cherche une date avec vous. Réponses et adresses sont effacées 90 jours après la fin du sondage.`,
    factLong: 'Durée',
    factPlace: 'Lieu',
    factWhen: 'Quand',
    factThere: 'Pour l’organisation',
    minutes: (a) => `${a.count} minutes`,
    askSubject: (a) => `Quels horaires vous conviennent ? ${a.title}`,
    askHeading: (a) => `Quels horaires vous conviennent ? ${a.title}`,
    remindSubject: (a) => `Il manque encore vos horaires : ${a.title}`,
    remindHeading: (a) => `Il manque encore vos horaires : ${a.title}`,
    changedSubject: (a) => `Les horaires ont changé : ${a.title}`,
    changedHeading: (a) => `Les horaires ont changé : ${a.title}`,
    askPreheader: (a) => `Une minute, sans compte, au plus tard le ${a.by}.`,
    askText: (a) =>
      `${a.agency} cherche un horaire qui convienne à tous. Merci d’indiquer au plus tard le ${a.by} ceux qui vous conviennent ; vous pouvez changer d’avis jusque-là.`,
    askButton: 'Indiquer mes horaires',
    ownSubject: (a) => `Votre réponse : ${a.title}`,
    ownPreheader: 'Pour revenir à votre réponse, depuis n’importe quel appareil.',
    ownHeading: 'Pour revenir à votre réponse',
    ownText: (a) =>
      `Vos horaires pour « ${a.title} » sont notés. Cette adresse n’est qu’à vous : elle permet de modifier ou de retirer votre réponse jusqu’au ${a.by}.`,
    ownButton: 'Ouvrir ma réponse',
    ownNotYou:
      'Si vous n’avez pas répondu, quelqu’un a saisi votre adresse par erreur. Ouvrez la réponse et retirez-la.',
    decidedSubject: (a) => `${a.title} : ${a.when}`,
    decidedHeading: (a) => `L’horaire est fixé : ${a.title}`,
    movedSubject: (a) => `Déplacé : ${a.title}, désormais ${a.when}`,
    movedHeading: (a) => `L’horaire est déplacé : ${a.title}`,
    offSubject: (a) => `Annulé : ${a.title}, ${a.when}`,
    offHeading: (a) => `Cet horaire est annulé : ${a.title}`,
    decidedText:
      'L’invitation pour votre agenda est jointe. Elle sera déplacée ou retirée d’elle-même si quelque chose change.',
    offText: 'Il est retiré de votre agenda. Vous n’avez rien d’autre à faire.',
  },
)
