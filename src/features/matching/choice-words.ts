import { catalogue, plural } from '../../platform/i18n/catalogue.ts'
import { isolate as i } from '../../ui/isolate.tsx'

/** What peers read when they are asked whom they would like to work with: mails and the page. */
export const choiceWords = catalogue(
  {
    hello: (a: { name: string }) => `Hello ${i(a.name)},`,
    askSubject: (a: { count: number }) =>
      plural('en', a.count, {
        one: 'Whom would you like to work with? One suggestion',
        other: 'Whom would you like to work with? # suggestions',
      }),
    askPreheader: 'Glad to, fine, or rather not this time: one page, two minutes.',
    askLead: (a: { agency: string; initiative: string }) =>
      `${i(a.agency)} is about to bring people together in “${a.initiative}”. Before that is settled, we would like to know what you think of these people.`,
    remindSubject: (a: { day: string }) => `By ${a.day}: whom would you like to work with?`,
    remindLead: (a: { initiative: string }) =>
      `We have not heard from you yet. If you tell us what you think of these people, it counts when “${a.initiative}” brings people together. Without an answer we choose as well as we can.`,
    until: (a: { day: string }) => `Please answer by ${a.day}. You can change your answer by the same link.`,
    who: 'Who',
    why: 'Why you two',
    button: 'Say what I think',
    private:
      'What you say of somebody is never shown to them, nor to any other peer. Nobody reads whom you would rather not meet: you are simply kept apart this time.',

    title: 'Whom would you like to work with?',
    lead: (a: { day: string }) =>
      `Please answer by ${a.day}. Nothing is settled yet: it is your say before we bring people together.`,
    'answer glad': 'Glad to',
    'answer fine': 'Fine',
    'answer not': 'Rather not this time',
    named: 'People I would like',
    namedHint: 'Anybody of this initiative, by name. They are not told.',
    namedField: (a: { place: number }) => `Name ${a.place}`,
    nobodyCalled: (a: { name: string }) => `Nobody on the roster is called “${a.name}”. Check how it is written.`,
    didYouMean: (a: { name: string; names: string }) =>
      `Which one do you mean by “${a.name}”: ${a.names}? Type the whole name.`,
    manyCalled: (a: { name: string }) =>
      `Several people are called “${a.name}”, so we cannot tell whom you mean. Write to your facilitator.`,
    namedAndNot: (a: { name: string }) => `You name ${a.name} here, and would rather not above. Change one of the two.`,
    sayOne: 'Say what you think of at least one of them, or name somebody.',
    nameLong: 'Keep a name under 200 letters.',
    whoReads:
      'The system reads your answers when it finds pairs. Your facilitator can read whom you would be glad to meet, and how many have answered. Whom you would rather not meet is read by nobody; two people are kept apart and not told whose answer it was.',
    send: 'Send my answers',
    change: 'Change my answers',
    answeredOn: (a: { on: string }) => `You answered on ${a.on}. You can change it here until the proposals are sent.`,
    answered: 'Thank you, your answers have arrived.',
    over: 'This has been settled',
    overPublished: 'The proposals have been sent, so this can no longer be changed. What you had said was counted in.',
    overDropped: 'Nothing will come of this list, so there is nothing to answer. We ask you again with the next one.',
  },
  {
    hello: (a) => `Bonjour ${i(a.name)},`,
    askSubject: (a) =>
      plural('fr', a.count, {
        one: 'Avec qui aimeriez-vous travailler ? Une suggestion',
        other: 'Avec qui aimeriez-vous travailler ? # suggestions',
      }),
    askPreheader: 'Volontiers, d’accord, ou plutôt pas cette fois : une page, deux minutes.',
    askLead: (a) =>
      `${i(a.agency)} va bientôt réunir des personnes dans « ${a.initiative} ». Avant que ce soit décidé, nous aimerions savoir ce que vous pensez de ces personnes.`,
    remindSubject: (a) => `Jusqu’au ${a.day} : avec qui aimeriez-vous travailler ?`,
    remindLead: (a) =>
      `Nous n’avons pas encore eu votre réponse. Si vous nous dites ce que vous pensez de ces personnes, cela comptera quand « ${a.initiative} » réunira des personnes. Sans réponse, nous choisirons de notre mieux.`,
    until: (a) => `Merci de répondre jusqu’au ${a.day}. Vous pouvez changer votre réponse par le même lien.`,
    who: 'Qui',
    why: 'Pourquoi vous deux',
    button: 'Dire ce que j’en pense',
    private:
      'Ce que vous dites de quelqu’un ne lui est jamais montré, ni à aucun autre pair. Personne ne lit qui vous préférez ne pas rencontrer : vous n’êtes simplement pas réunis cette fois.',

    title: 'Avec qui aimeriez-vous travailler ?',
    lead: (a) =>
      `Merci de répondre jusqu’au ${a.day}. Rien n’est encore décidé : vous avez la parole avant que nous réunissions des personnes.`,
    'answer glad': 'Volontiers',
    'answer fine': 'D’accord',
    'answer not': 'Plutôt pas cette fois',
    named: 'Personnes que j’aimerais rencontrer',
    namedHint: 'Toute personne de cette initiative, par son nom. Elle n’en est pas informée.',
    namedField: (a) => `Nom ${a.place}`,
    nobodyCalled: (a) => `Personne sur la liste ne s’appelle « ${a.name} ». Vérifiez l’orthographe.`,
    didYouMean: (a) => `De qui parlez-vous par « ${a.name} » : ${a.names} ? Écrivez le nom entier.`,
    manyCalled: (a) =>
      `Plusieurs personnes s’appellent « ${a.name} », et nous ne savons pas de qui vous parlez. Écrivez à qui anime l’initiative.`,
    namedAndNot: (a) => `Vous nommez ${a.name} ici, et plus haut plutôt pas. Changez l’un des deux.`,
    sayOne: 'Dites ce que vous pensez d’au moins une de ces personnes, ou nommez quelqu’un.',
    nameLong: 'Limitez un nom à 200 lettres.',
    whoReads:
      'Le système lit vos réponses quand il cherche des binômes. La personne qui anime peut lire qui vous rencontreriez volontiers, et combien ont répondu. Qui vous préférez ne pas rencontrer n’est lu par personne ; deux personnes ne sont pas réunies, sans savoir de qui vient la réponse.',
    send: 'Envoyer mes réponses',
    change: 'Changer mes réponses',
    answeredOn: (a) => `Vous avez répondu le ${a.on}. Vous pouvez changer ici jusqu’à l’envoi des propositions.`,
    answered: 'Merci, vos réponses sont arrivées.',
    over: 'C’est décidé',
    overPublished:
      'Les propositions sont parties, et ceci ne peut plus être changé. Ce que vous aviez dit a été pris en compte.',
    overDropped:
      'Cette liste n’aura pas de suite, et il n’y a rien à répondre. Nous vous demanderons de nouveau avec la prochaine.',
  },
)
