import { catalogue } from '../../platform/i18n/catalogue.ts'

/** The sentences with which the actions refuse. */
export const refusals = catalogue(
  {
    proposalSettled:
      'This was settled already, so your answer was not changed. If something is different now, write to your facilitator.',
    notUnderWay: 'This connection is not under way, so nothing was changed.',
    alreadyClosed: 'This connection has ended already.',
    tooLateToReopen: 'A close can be taken back within 14 days; after that, propose a new connection.',
    pauseUntil: 'Choose a day after today and within a year.',
    agreementMoved:
      'The agreement was changed while you were reading. Here is the newest version: please read it and answer again.',
    reviewInPast: 'Choose a review date after today.',
    contactInFuture: 'This day is still to come. Log a contact once it has happened.',
    contactTooEarly: 'This day is before the two were proposed to each other. Check the year.',
    contactMinutes: 'Give whole minutes from 0 to 6000.',
    contactOfSession:
      'This contact comes from a planned meeting. Correct it, or answer the question of that meeting again.',
  },
  {
    proposalSettled:
      'C’était déjà décidé ; votre réponse n’a donc pas été modifiée. Si la situation a changé, écrivez à la personne qui vous accompagne.',
    notUnderWay: 'Cette relation n’est pas en cours ; rien n’a été modifié.',
    alreadyClosed: 'Cette relation est déjà terminée.',
    tooLateToReopen: 'Une clôture peut être annulée pendant 14 jours ; ensuite, proposez une nouvelle relation.',
    pauseUntil: 'Choisissez un jour après aujourd’hui et d’ici un an.',
    agreementMoved:
      'L’accord a été modifié pendant que vous lisiez. Voici la dernière version : lisez-la et répondez à nouveau.',
    reviewInPast: 'Choisissez une date de bilan après aujourd’hui.',
    contactInFuture: 'Ce jour est encore à venir. Notez un contact une fois qu’il a eu lieu.',
    contactTooEarly: 'Ce jour précède la proposition de cette relation. Vérifiez l’année.',
    contactMinutes: 'Donnez des minutes entières, de 0 à 6000.',
    contactOfSession:
      'Ce contact vient d’une rencontre prévue. Corrigez-le, ou répondez à nouveau à la question de cette rencontre.',
  },
)
