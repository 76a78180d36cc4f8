import { catalogue, list } from '../../platform/i18n/catalogue.ts'

export const refusalWords = catalogue(
  {
    dropped: 'This plan was dropped. Open the season page to see the one that counts.',
    isPlanning: 'The season is being planned just now. Wait until it is done, or stop it.',
    meanwhile: 'Somebody did something since you looked. Look at the page as it is now, then decide.',
    'nothing to undo': 'There is nothing to undo.',
    'nothing to redo': 'There is nothing to do again.',
    noSuchSession: 'This session is not in the plan any more. Look at the page as it is now.',
    cannotMove: 'This session is over, was cancelled, or begins within two days. It stays where it is.',
    noSuchStart: 'This time cannot be had: it lies outside the season, or at an hour when somebody cannot.',
    clashes: 'At this time somebody is taken, or a limit or gap is broken. Choose a time without a clash.',
    isPinned: 'This session is pinned. Unpin it first.',
    nothingToPin: 'A session without a time cannot be pinned. Give it a time first.',
    noSeason: 'Choose a season from the list.',
    hasPlan: 'This season has a plan already.',
    seasonOver: 'This season ends before peers could answer. Choose an earlier day, or another season.',
    answerByWrong: 'The last day to answer must be from tomorrow to 60 days from now.',
    nothingToPublish: 'There is nothing to publish: every session stands as it is, or has no time.',
    notAWeek: 'Choose a week of this season.',
    isPublished: 'This plan is published: its sessions are in calendars. Cancel them one by one instead.',
    notAsked: 'This person was not asked, or has answered already.',
    mayNotRemind: 'They were written to within the last day. Give them a little time.',
    takenMeanwhile: (a: { names: string[] }) =>
      `${list('en', a.names)} got something else at that time since it was planned.`,
  },
  {
    dropped: 'Ce plan a été abandonné. Ouvrez la page de la saison pour voir celui qui compte.',
    isPlanning: 'La saison est en train d’être planifiée. Attendez la fin, ou arrêtez-la.',
    meanwhile: 'Quelqu’un a fait quelque chose depuis. Regardez la page telle qu’elle est, puis décidez.',
    'nothing to undo': 'Il n’y a rien à annuler.',
    'nothing to redo': 'Il n’y a rien à refaire.',
    noSuchSession: 'Cette séance n’est plus dans le plan. Regardez la page telle qu’elle est.',
    cannotMove: 'Cette séance est passée, a été annulée, ou commence dans moins de deux jours. Elle reste où elle est.',
    noSuchStart: 'Cet horaire n’est pas possible : il est hors de la saison, ou à une heure où quelqu’un ne peut pas.',
    clashes:
      'À cette heure, quelqu’un est pris, ou une limite ou un écart n’est pas tenu. Choisissez un horaire sans conflit.',
    isPinned: 'Cette séance est épinglée. Retirez d’abord l’épingle.',
    nothingToPin: 'Une séance sans horaire ne s’épingle pas. Donnez-lui d’abord un horaire.',
    noSeason: 'Choisissez une saison dans la liste.',
    hasPlan: 'Cette saison a déjà un plan.',
    seasonOver:
      'Cette saison finit avant que les pairs puissent répondre. Choisissez un jour plus proche, ou une autre saison.',
    answerByWrong: 'Le dernier jour pour répondre doit être entre demain et dans 60 jours.',
    nothingToPublish: 'Il n’y a rien à publier : chaque séance est à sa place, ou n’a pas d’horaire.',
    notAWeek: 'Choisissez une semaine de cette saison.',
    isPublished: 'Ce plan est publié : ses séances sont dans les agendas. Annulez-les plutôt une à une.',
    notAsked: 'On n’a rien demandé à cette personne, ou elle a déjà répondu.',
    mayNotRemind: 'On lui a écrit il y a moins d’un jour. Laissez-lui un peu de temps.',
    takenMeanwhile: (a) => `${list('fr', a.names)} : autre chose a été fixé à cette heure depuis que le plan est fait.`,
  },
)

export type RefusalWords = ReturnType<typeof refusalWords>
