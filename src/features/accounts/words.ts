import { catalogue } from '../../platform/i18n/catalogue.ts'

export const words = catalogue(
  {
    initiatives: 'Initiatives',
    staff: 'Staff',
    audit: 'Audit',
    outbox: 'Outbox',
    mailWaits: 'Mail is waiting: no mail server is set, so nothing leaves this system yet.',
    mailWaitsRead: 'Read the waiting mail',
    demonstration: 'You are looking at a demonstration. Its people are invented and its mail goes nowhere.',
    startOwn: 'Start with my own roster',
    signIn: 'Sign in',
    administrator: 'Administrator',
    facilitator: 'Facilitator',
    funder: 'Funder',

    welcomeTitle: 'People who met to learn from each other, kept in contact long enough to do it',
    welcomeStaff: 'You work for the agency that brings peers together',
    welcomePeer: 'You are a peer',
    welcomePeerLead:
      'You need no account. Every mail from us has a link that opens your page; lost it? Ask for a new one.',
    getLink: 'Get my link',

    firstTitle: 'Nobody has been here yet',
    firstLead: 'Set Perennial up for your agency in one minute. What you type here can be changed later.',
    ownHint: 'You become the first administrator and are signed in at once.',
    agencyLabel: 'Name of your agency',
    agencyHint: 'As peers know it: it stands in every mail.',
    nameLabel: 'Your name',
    emailLabel: 'Your e-mail address',
    emailHint: 'You sign in with it; there is no password.',
    localeLabel: 'Language',
    zoneLabel: 'Time zone',
    begin: 'Create the agency and begin',
    lookTitle: 'Look around in a demonstration initiative',
    lookLead: 'An invented initiative, six months old: 48 peers, some thriving, some drifting. Nothing is ever mailed.',
    look: 'Look around',
    lookWaitTitle: 'Six months are being played',
    lookWait: 'This takes about half a minute. The page looks again by itself.',
    lookDays: (a: { day: number; days: number }) => `${a.day} of ${a.days} days played`,
    lookReady: 'The demonstration is ready',
    lookEnter: 'Enter as its administrator',
    lookFailed: 'The demonstration could not be prepared. Try again; if it fails again, the log says why.',
    setUpAlready: 'Somebody else has just set this installation up. Ask them for an invitation.',

    signInTitle: 'Sign in with a code from a mail',
    signInLead: 'For the staff of the agency. Peers need no account: every mail to you has your link.',
    addressLabel: 'Your work e-mail address',
    sendCode: 'Mail me a code',
    passkeyUse: 'Sign in with a passkey',
    passkeyFailed: 'The passkey did not work. Try again, or use a code from a mail.',
    noServer:
      'No mail server is set on this installation, so no code can arrive. Whoever runs it can print a sign-in link with: perennial sign-in-link ADDRESS',
    codeTitle: 'Type the code from the mail',
    codeSent:
      'If this address belongs to the staff, a code is on its way: eight digits, good for ten minutes. At most five an hour are sent.',
    codeReady: 'Your code is filled in. Press the button to sign in.',
    codeFor: 'Address',
    codeLabel: 'Code',
    codeHint: 'Eight digits, like 1234 5678',
    codeMissing: 'Type the eight digits of the code.',
    codeWrong:
      'This code does not work: it is mistyped, older than ten minutes, used, replaced by a newer one, or was tried three times.',
    newCode: 'Ask for a new code',

    codeSubject: 'Sign in to Perennial',
    codePreheader: 'Your code is in this mail.',
    codeLead: (a: { name: string }) => `${a.name}, this is your code:`,
    codeButton: 'Open the page with this code',
    codeUntil: (a: { time: string; zone: string }) => `It works once, until ${a.time} (${a.zone}).`,
    codeWhy:
      'Somebody typed your address on the sign-in page. If it was not you, do nothing: without this mail nobody gets in.',
    inviteSubject: (a: { inviter: string; agency: string }) => `${a.inviter} invites you to ${a.agency} on Perennial`,
    invitePreheader: 'Sign in with this address; there is no password.',
    inviteAdministrator: (a: { inviter: string; agency: string }) =>
      `${a.inviter} has made you an administrator of ${a.agency}.`,
    inviteFacilitator: (a: { inviter: string; agency: string }) =>
      `${a.inviter} has made you a facilitator at ${a.agency}.`,
    inviteFunder: (a: { inviter: string; agency: string }) =>
      `${a.inviter} has made you a funder's reader at ${a.agency}.`,
    inviteHow:
      'Perennial keeps people in contact who met to learn from each other. Sign in with this address; a code comes by mail.',
    inviteWhy: (a: { inviter: string; agency: string }) =>
      `You get this because ${a.inviter} added your address to the staff of ${a.agency}.`,

    nameMissing: 'Type your name, at most 120 characters.',
    nameMissingTheirs: 'Type their name, at most 120 characters.',
    agencyMissing: 'Type the name of your agency, at most 120 characters.',
    emailWrong: 'Type an e-mail address, like name@example.org.',
    localeWrong: 'Choose English or French.',
    zoneWrong: 'Choose a time zone from the list.',
    roleMissing: 'Choose what they may do.',
    staffKnown: (a: { name: string }) => `${a.name} works here already with this address.`,
    staffLeft: (a: { name: string }) =>
      `${a.name} worked here with this address. Open their page in the list and let them in again.`,
    lastAdministrator: 'This is the last administrator. Make somebody else administrator first.',
  },
  {
    initiatives: 'Initiatives',
    staff: 'Équipe',
    audit: 'Journal',
    outbox: 'Courrier sortant',
    mailWaits: 'Du courrier attend : aucun serveur de messagerie n’est réglé, rien ne quitte donc encore ce système.',
    mailWaitsRead: 'Lire le courrier en attente',
    demonstration: 'Vous regardez une démonstration. Les personnes sont inventées et aucun courriel ne part.',
    startOwn: 'Commencer avec ma propre liste',
    signIn: 'Se connecter',
    administrator: 'Administration',
    facilitator: 'Facilitation',
    funder: 'Financement',

    welcomeTitle: 'Des personnes réunies pour apprendre les unes des autres, en contact assez longtemps pour le faire',
    welcomeStaff: 'Vous travaillez pour l’agence qui réunit les pairs',
    welcomePeer: 'Vous êtes un pair',
    welcomePeerLead:
      'Aucun compte n’est nécessaire. Chacun de nos courriels contient un lien vers votre page ; perdu ? Demandez-en un nouveau.',
    getLink: 'Recevoir mon lien',

    firstTitle: 'Personne n’est encore venu ici',
    firstLead:
      'Installez Perennial pour votre agence en une minute. Tout ce que vous saisissez ici pourra être modifié.',
    ownHint: 'Vous devenez la première personne chargée de l’administration et vous êtes aussitôt connecté.',
    agencyLabel: 'Nom de votre agence',
    agencyHint: 'Tel que les pairs le connaissent : il figure dans chaque courriel.',
    nameLabel: 'Votre nom',
    emailLabel: 'Votre adresse électronique',
    emailHint: 'Elle sert à vous connecter ; il n’y a pas de mot de passe.',
    localeLabel: 'Langue',
    zoneLabel: 'Fuseau horaire',
    begin: 'Créer l’agence et commencer',
    lookTitle: 'Visiter une initiative de démonstration',
    lookLead:
      'Une initiative inventée, vieille de six mois : 48 pairs, les uns actifs, d’autres à la dérive. Aucun courriel ne part.',
    look: 'Visiter',
    lookWaitTitle: 'Six mois sont en train de se jouer',
    lookWait: 'Il faut environ une demi-minute. La page se met à jour d’elle-même.',
    lookDays: (a) => `${a.day} jours joués sur ${a.days}`,
    lookReady: 'La démonstration est prête',
    lookEnter: 'Entrer avec le rôle d’administration',
    lookFailed:
      'La démonstration n’a pas pu être préparée. Réessayez ; en cas de nouvel échec, le journal du serveur dit pourquoi.',
    setUpAlready: 'Quelqu’un d’autre vient d’installer ce système. Demandez-lui une invitation.',

    signInTitle: 'Se connecter avec un code reçu par courriel',
    signInLead: 'Pour l’équipe de l’agence. Les pairs n’ont pas besoin de compte : chaque courriel contient leur lien.',
    addressLabel: 'Votre adresse électronique professionnelle',
    sendCode: 'M’envoyer un code',
    passkeyUse: 'Se connecter avec une clé d’accès',
    passkeyFailed: 'La clé d’accès n’a pas fonctionné. Réessayez, ou utilisez un code reçu par courriel.',
    noServer:
      'Aucun serveur de messagerie n’est réglé sur cette installation : aucun code ne peut arriver. La personne qui l’exploite peut afficher un lien de connexion avec : perennial sign-in-link ADRESSE',
    codeTitle: 'Saisissez le code reçu par courriel',
    codeSent:
      'Si cette adresse appartient à l’équipe, un code est en route : huit chiffres, valables dix minutes. Cinq au plus sont envoyés par heure.',
    codeReady: 'Votre code est déjà saisi. Appuyez sur le bouton pour vous connecter.',
    codeFor: 'Adresse',
    codeLabel: 'Code',
    codeHint: 'Huit chiffres, comme 1234 5678',
    codeMissing: 'Saisissez les huit chiffres du code.',
    codeWrong:
      'Ce code ne fonctionne pas : il est mal saisi, vieux de plus de dix minutes, déjà utilisé, remplacé par un plus récent, ou essayé trois fois.',
    newCode: 'Demander un nouveau code',

    codeSubject: 'Connexion à Perennial',
    codePreheader: 'Votre code est dans ce courriel.',
    codeLead: (a) => `${a.name}, voici votre code :`,
    codeButton: 'Ouvrir la page avec ce code',
    codeUntil: (a) => `Il fonctionne une fois, jusqu’à ${a.time} (${a.zone}).`,
    codeWhy:
      'Quelqu’un a saisi votre adresse sur la page de connexion. Si ce n’était pas vous, ne faites rien : sans ce courriel, personne n’entre.',
    inviteSubject: (a) => `${a.inviter} vous invite à rejoindre ${a.agency} sur Perennial`,
    invitePreheader: 'Connectez-vous avec cette adresse ; il n’y a pas de mot de passe.',
    inviteAdministrator: (a) => `${a.inviter} vous a confié l’administration de ${a.agency}.`,
    inviteFacilitator: (a) => `${a.inviter} vous a confié la facilitation chez ${a.agency}.`,
    inviteFunder: (a) => `${a.inviter} vous a donné un accès de financeur chez ${a.agency}.`,
    inviteHow:
      'Perennial garde en contact des personnes réunies pour apprendre les unes des autres. Connectez-vous avec cette adresse ; un code arrive par courriel.',
    inviteWhy: (a) => `Vous recevez ceci parce que ${a.inviter} a ajouté votre adresse à l’équipe de ${a.agency}.`,

    nameMissing: 'Saisissez votre nom, 120 caractères au plus.',
    nameMissingTheirs: 'Saisissez son nom, 120 caractères au plus.',
    agencyMissing: 'Saisissez le nom de votre agence, 120 caractères au plus.',
    emailWrong: 'Saisissez une adresse électronique, comme nom@exemple.org.',
    localeWrong: 'Choisissez le français ou l’anglais.',
    zoneWrong: 'Choisissez un fuseau horaire dans la liste.',
    roleMissing: 'Choisissez ce que cette personne peut faire.',
    staffKnown: (a) => `${a.name} travaille déjà ici avec cette adresse.`,
    staffLeft: (a) =>
      `${a.name} a travaillé ici avec cette adresse. Ouvrez sa page dans la liste et rouvrez-lui l’accès.`,
    lastAdministrator:
      'C’est la dernière personne chargée de l’administration. Confiez d’abord ce rôle à quelqu’un d’autre.',
  },
)
