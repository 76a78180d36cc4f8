import { catalogue } from '../../platform/i18n/catalogue.ts'

/** The mail of a nudge: what it says unless the facilitator writes another text. */
export const nudgeTexts = catalogue(
  {
    subject: (a: { partner: string }) => `You and ${a.partner}`,
    preheader: 'A short word from your facilitator.',
    heading: (a: { name: string }) => `Dear ${a.name}`,
    'text nudge':
      'It has been a while since you were in touch. Is something in the way? On your own page one tap is enough: ask for another time, pause, or tell us that you have met.',
    'text ask':
      'How is it going between you? If something would help, an interpreter, another hour, somebody else to bring in, write to me at the address below. Your own page shows what comes next.',
    'text sign':
      'You have begun, and your agreement still waits for you: what each of you gives and wants, and how often you are in touch. Reading and accepting it takes two minutes on your own page, and you can change it there.',
    'text answer':
      'We proposed a partner to you, who waits for your answer. Yes, later and no are all good answers; on your own page it takes one tap.',
    button: 'Open my page',
  },
  {
    subject: (a) => `Vous et ${a.partner}`,
    preheader: 'Un mot de votre facilitatrice ou facilitateur.',
    heading: (a) => `Bonjour ${a.name}`,
    'text nudge':
      'Voilà quelque temps que vous n’avez pas été en contact. Quelque chose gêne-t-il ? Sur votre page un seul geste suffit : demander un autre horaire, faire une pause, ou dire que vous vous êtes vus.',
    'text ask':
      'Comment cela se passe-t-il entre vous ? Si quelque chose pouvait aider, un interprète, un autre horaire, une autre personne à associer, écrivez-moi à l’adresse ci-dessous. Votre page montre la suite.',
    'text sign':
      'Vous avez commencé, et votre accord vous attend encore : ce que chacun apporte et cherche, et à quel rythme. Le lire et l’accepter prend deux minutes sur votre page ; vous pouvez aussi l’y modifier.',
    'text answer':
      'Nous vous avons proposé un partenaire, qui attend votre réponse. Oui, plus tard et non sont toutes de bonnes réponses ; sur votre page un seul geste suffit.',
    button: 'Ouvrir ma page',
  },
)
