import { catalogue } from '../../platform/i18n/catalogue.ts'

/** The guide that the desk is before there is anybody to help. */
export const firstStepsWords = catalogue(
  {
    startTitle: 'Three steps, and the rest arranges itself',
    'start lead 0': 'Begin with the list of those who met: a CSV file as your office writes it.',
    'start lead 1': (a: { peers: string; answered: string }) =>
      `${a.peers} on the roster, ${a.answered} with an answer. Each gets a mail with a form that takes a minute and needs no account.`,
    'start lead 2': (a: { answered: string }) =>
      `${a.answered} have answered. You see every pair with its reasons before anything is sent.`,
    stepRoster: 'Bring in the roster of your founding event',
    stepInvite: 'Invite the peers to a one-minute form',
    stepMatch: 'Match them, look, and publish',
    goRoster: 'Bring in the roster',
    goInvite: 'Invite the peers',
    goMatch: 'Match the peers',
  },
  {
    startTitle: 'Trois étapes, et le reste s’organise',
    'start lead 0':
      'Commencez par la liste de celles et ceux qui se sont rencontrés : un fichier CSV tel que votre bureau l’écrit.',
    'start lead 1': (a) =>
      `Sur la liste : ${a.peers}. Réponses : ${a.answered}. Chacun reçoit un courriel avec un formulaire d’une minute, sans compte.`,
    'start lead 2': (a) => `Réponses : ${a.answered}. Vous voyez chaque paire et ses raisons avant que rien ne parte.`,
    stepRoster: 'Faites entrer la liste de votre rencontre fondatrice',
    stepInvite: 'Invitez les pairs à un formulaire d’une minute',
    stepMatch: 'Appariez-les, regardez, publiez',
    goRoster: 'Faire entrer la liste',
    goInvite: 'Inviter les pairs',
    goMatch: 'Apparier les pairs',
  },
)
