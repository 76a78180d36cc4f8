import { catalogue } from '../../platform/i18n/catalogue.ts'
import { isolate } from '../../ui/isolate.tsx'

/** What peers read: the mails about the one-minute form, the form itself, and the page after it. */
export const profileWords = catalogue(
  {
    inviteSubject: (a: { initiative: string }) => `One minute for ${isolate(a.initiative)}`,
    invitePreheader: 'Tell us what you work on, and we look for the peers who fit.',
    inviteHeading: (a: { name: string }) => `${isolate(a.name)}, whom would you like to go on with?`,
    inviteWhat: (a: { initiative: string }) =>
      `You are on the roster of ${isolate(a.initiative)}. So that you meet the right people for your real work, tell us what you work on, what you can offer and what you want.`,
    inviteHow: 'It takes one minute. No account, no password: the button opens your own form.',
    inviteButton: 'Fill in the one-minute form',
    inviteLater: 'You can change your answers later from the same link. “Not now” and “pause” are answers too.',
    remindSubject: (a: { initiative: string }) => `Still one minute for ${isolate(a.initiative)}?`,
    remindHeading: (a: { name: string }) => `${isolate(a.name)}, your answer is still missing`,
    remindWhat: (a: { initiative: string }) =>
      `We are putting people together in ${isolate(a.initiative)} and do not know yet what would help you.`,
    backSubject: (a: { initiative: string }) => `Welcome back to ${isolate(a.initiative)}`,
    backPreheader: 'Your pause is over.',
    backHeading: (a: { name: string }) => `Welcome back, ${isolate(a.name)}`,
    backWhat: (a: { initiative: string; until: string }) =>
      `You paused until ${isolate(a.until)}. From today you take part in ${isolate(a.initiative)} again; there is nothing you need to do.`,
    backHow: 'Has something changed, or is it still too early? Your form is here.',
    backButton: 'See or change my answers',
  },
  {
    inviteSubject: (a) => `Une minute pour ${isolate(a.initiative)}`,
    invitePreheader: 'Dites-nous sur quoi vous travaillez : nous cherchons les pairs qui vous conviennent.',
    inviteHeading: (a) => `${isolate(a.name)}, avec qui aimeriez-vous continuer ?`,
    inviteWhat: (a) =>
      `Vous êtes sur la liste de ${isolate(a.initiative)}. Pour que vous rencontriez les bonnes personnes pour votre vrai travail, dites-nous sur quoi vous travaillez, ce que vous pouvez offrir et ce que vous cherchez.`,
    inviteHow: 'Cela prend une minute. Ni compte ni mot de passe : le bouton ouvre votre propre formulaire.',
    inviteButton: 'Remplir le formulaire d’une minute',
    inviteLater:
      'Vous pourrez modifier vos réponses plus tard avec le même lien. « Pas maintenant » et « pause » sont aussi des réponses.',
    remindSubject: (a) => `Encore une minute pour ${isolate(a.initiative)} ?`,
    remindHeading: (a) => `${isolate(a.name)}, il manque encore votre réponse`,
    remindWhat: (a) =>
      `Nous mettons des personnes en relation dans ${isolate(a.initiative)} et ne savons pas encore ce qui vous aiderait.`,
    backSubject: (a) => `Bon retour dans ${isolate(a.initiative)}`,
    backPreheader: 'Votre pause est terminée.',
    backHeading: (a) => `Bon retour, ${isolate(a.name)}`,
    backWhat: (a) =>
      `Vous étiez en pause jusqu’au ${isolate(a.until)}. Dès aujourd’hui, vous participez de nouveau à ${isolate(a.initiative)} ; vous n’avez rien à faire.`,
    backHow: 'Quelque chose a changé, ou est-ce encore trop tôt ? Votre formulaire est ici.',
    backButton: 'Voir ou modifier mes réponses',
  },
)
