import { catalogue, list, plural } from '../../platform/i18n/catalogue.ts'

/** What facilitators read about one session of a plan, one week, and publishing. */
export const cellWords = catalogue(
  {
    title: (a: { names: string; when: string }) => `${a.names}: ${a.when}`,
    titleNone: (a: { names: string }) => `${a.names}: a meeting without a time`,
    when: 'When',
    whenIn: (a: { zone: string }) => `When (${a.zone})`,
    forPerson: (a: { name: string }) => `For ${a.name}`,
    localTime: (a: { day: string; time: string; zone: string }) => `${a.day}, ${a.time}, ${a.zone}`,
    points: (a: { points: number }) => plural('en', a.points, { one: 'one burden point', other: '# burden points' }),
    noPoints: 'in the working day',
    state: 'State',
    said: (a: { name: string; word: string }) => `${a.name}: ${a.word}`,
    'reply yes': 'yes',
    'reply maybe': 'if need be',
    'reply no': 'no',
    'reply none': 'no answer yet',
    answers: 'Answers',
    standsAt: (a: { when: string }) => `In calendars it still stands at ${a.when}.`,
    toSession: 'The session as it was sent',
    toConnection: 'To the connection',
    toMeeting: 'To the group meeting',
    canCome: 'Can come',
    ofAll: (a: { count: string; all: string }) => `${a.count} of ${a.all}`,
    not: (a: { names: string[] }) => `not ${list('en', a.names)}`,
    notMany: (a: { names: string[]; more: number }) =>
      `not ${list('en', [...a.names, plural('en', a.more, { one: 'one more', other: '# more' })])}`,
    cannot: (a: { count: number }) =>
      a.count === 0 ? 'everybody can come' : plural('en', a.count, { one: 'one cannot come', other: '# cannot come' }),
    toBoard: 'Back to the season',
    pin: 'Pin it here',
    unpin: 'Take the pin away',
    pinnedNote: 'It is pinned. Take the pin away to move it.',
    fixedNote: 'It is over, was cancelled, or begins within two days: it stays where it is.',
    moveHead: 'Other times, and what they cost',
    moveLead: 'All other meetings stay where they are. Nobody is told before you publish.',
    week: 'Week',
    bestWeeks: 'The easiest of the season',
    showWeek: 'Show',
    boardZone: (a: { zone: string }) => `All hours: ${a.zone}.`,
    boardHint:
      'Open a meeting to see what any other time costs; one that is not sent yet can be dragged to another week. Open a week to leave it free for everybody.',
    time: 'Time',
    cost: 'Points in all',
    whoGets: 'Who gets what',
    costSame: 'no change',
    costMore: (a: { points: string }) => `${a.points} more`,
    costLess: (a: { points: string }) => `${a.points} fewer`,
    gets: (a: { name: string; points: string }) => `${a.name} ${a.points}`,
    getsNothing: 'nobody’s points change',
    move: 'Move here',
    moveTo: (a: { when: string }) => `Move here: ${a.when}`,
    place: 'Place here',
    noStarts: 'There is no possible time in this week.',
    noStartsAtAll: 'There is no possible time in this season.',
    misses: (a: { names: string[]; title: string }) =>
      a.names.length === 1 ? `${list('en', a.names)} misses “${a.title}”` : `${list('en', a.names)} miss “${a.title}”`,
    clashBooked: (a: { name: string }) => `${a.name} has another meeting then`,
    clashPlace: 'the place is taken',
    clashWeek: (a: { name: string }) => `more meetings in that week than ${a.name} accepts`,
    clashMonth: (a: { name: string }) => `more minutes in that month than ${a.name} accepts`,
    clashGap: 'too near to or too far from another meeting of theirs',
    organisers: 'the organisers of group meetings',
    whyNot: 'Why it has no time',
    whyNoDay: 'None of the days it may lie on is left in the season.',
    whyNobody: (a: { names: string[] }) =>
      a.names.length === 1
        ? `${list('en', a.names)} has no hour in these weeks.`
        : `${list('en', a.names)} have no hour in common in these weeks.`,
    whyGap: 'Common hours lie too near to or too far from their other meetings.',
    whyBooked: 'Every common hour is taken by another meeting.',
    whyBookedBy: (a: { names: string[] }) =>
      `Every common hour is taken: ${list('en', a.names)} have other meetings then.`,
    whyWeek: (a: { names: string[] }) => `${list('en', a.names)} would have more meetings in a week than they accept.`,
    whyMonth: (a: { names: string[] }) => `${list('en', a.names)} would have more minutes in a month than they accept.`,
    whyPlace: 'The place is taken at every common hour.',
    whyUnknown: 'It was not planned yet.',
    closeTitle: (a: { day: string }) => `Does nobody meet in the week of ${a.day}?`,
    closeLead: (a: { count: number }) =>
      plural('en', a.count, {
        one: 'One meeting lies in it. It moves to another week of its own rhythm where it can; as few others as possible move with it.',
        other:
          '# meetings lie in it. They move to other weeks of their own rhythm where they can; as few others as possible move with them.',
      }),
    closeNone: 'No meeting lies in it. None will be planned there.',
    closePreview: 'You see every move on the board, with its cost, before anybody is told; and you can undo it.',
    close: 'Move what lies in it',
    open: 'Open this week again',
    closedLead:
      'Nobody meets in this week. Opened again, it can be used by the next planning; nothing moves by itself.',
    closedTitle: (a: { day: string }) => `Nobody meets in the week of ${a.day}`,
    publishTitle: (a: { people: number }) =>
      a.people === 0
        ? 'Nobody gets a mail yet'
        : plural('en', a.people, { one: 'One person gets a mail', other: '# people get a mail' }),
    publishLead: (a: { day: string }) =>
      `New meetings go out as one mail a person with everything in it; answers are asked for by ${a.day}. A meeting that moves goes out as a change of the calendar entry.`,
    fresh: 'New meetings',
    meetings: 'Group meetings that get their time',
    whom: 'Invited',
    invitesAll: 'everybody of the initiative',
    invitesNobody: 'nobody yet: on its page you say whom',
    movedHead: 'Meetings that move',
    cancelledHead: 'Meetings without a place any more, cancelled',
    unplacedHead: 'Meetings without a time, not sent',
    from: 'From',
    to: 'To',
    publish: (a: { count: number }) =>
      plural('en', a.count, { one: 'Publish one meeting', other: 'Publish # meetings' }),
    nothing: 'There is nothing to publish',
    nothingLead: 'Every meeting stands in the calendars as it is planned, or has no time.',
    andMore: (a: { count: number }) => plural('en', a.count, { one: 'and one more', other: 'and # more' }),
    groupMeeting: 'Group meeting',
  },
  {
    title: (a) => `${a.names} : ${a.when}`,
    titleNone: (a) => `${a.names} : une rencontre sans horaire`,
    when: 'Quand',
    whenIn: (a: { zone: string }) => `Quand (${a.zone})`,
    forPerson: (a) => `Pour ${a.name}`,
    localTime: (a) => `${a.day}, ${a.time}, ${a.zone}`,
    points: (a) => plural('fr', a.points, { one: 'un point de gêne', other: '# points de gêne' }),
    noPoints: 'dans la journée de travail',
    state: 'État',
    said: (a) => `${a.name} : ${a.word}`,
    'reply yes': 'oui',
    'reply maybe': 's’il le faut',
    'reply no': 'non',
    'reply none': 'pas encore de réponse',
    answers: 'Réponses',
    standsAt: (a) => `Dans les agendas, elle est encore fixée au ${a.when}.`,
    toSession: 'La séance telle qu’elle a été envoyée',
    toConnection: 'Vers la relation',
    toMeeting: 'Vers la rencontre de groupe',
    canCome: 'Peuvent venir',
    ofAll: (a) => `${a.count} sur ${a.all}`,
    not: (a) => `sauf ${list('fr', a.names)}`,
    notMany: (a) =>
      `sauf ${list('fr', [...a.names, plural('fr', a.more, { one: 'une autre personne', other: '# autres' })])}`,
    cannot: (a) =>
      a.count === 0
        ? 'chacun peut venir'
        : plural('fr', a.count, { one: 'une personne ne peut pas', other: '# ne peuvent pas' }),
    toBoard: 'Retour à la saison',
    pin: 'L’épingler ici',
    unpin: 'Retirer l’épingle',
    pinnedNote: 'Elle est épinglée. Retirez l’épingle pour la déplacer.',
    fixedNote: 'Elle est passée, annulée, ou commence dans moins de deux jours : elle reste où elle est.',
    moveHead: 'Les autres horaires, et ce qu’ils coûtent',
    moveLead: 'Toutes les autres rencontres restent en place. Personne n’est prévenu avant la publication.',
    week: 'Semaine',
    bestWeeks: 'Les plus faciles de la saison',
    showWeek: 'Montrer',
    boardZone: (a: { zone: string }) => `Toutes les heures : ${a.zone}.`,
    boardHint:
      'Ouvrez une rencontre pour voir ce que coûterait un autre horaire ; celle qui n’est pas encore envoyée se glisse vers une autre semaine. Ouvrez une semaine pour la laisser libre pour tout le monde.',
    time: 'Horaire',
    cost: 'Points en tout',
    whoGets: 'Qui reçoit quoi',
    costSame: 'rien ne change',
    costMore: (a) => `${a.points} de plus`,
    costLess: (a) => `${a.points} de moins`,
    gets: (a) => `${a.name} ${a.points}`,
    getsNothing: 'les points de personne ne changent',
    move: 'Déplacer ici',
    moveTo: (a) => `Déplacer ici : ${a.when}`,
    place: 'Placer ici',
    noStarts: 'Il n’y a pas d’horaire possible cette semaine-là.',
    noStartsAtAll: 'Il n’y a pas d’horaire possible dans cette saison.',
    misses: (a) =>
      a.names.length === 1
        ? `${list('fr', a.names)} manque « ${a.title} »`
        : `${list('fr', a.names)} manquent « ${a.title} »`,
    clashBooked: (a) => `${a.name} a une autre rencontre à cette heure`,
    clashPlace: 'le lieu est pris',
    clashWeek: (a) => `plus de rencontres dans la semaine que ${a.name} n’en accepte`,
    clashMonth: (a) => `plus de minutes dans le mois que ${a.name} n’en accepte`,
    clashGap: 'trop près ou trop loin d’une autre de leurs rencontres',
    organisers: 'les organisateurs des rencontres de groupe',
    whyNot: 'Pourquoi elle n’a pas d’horaire',
    whyNoDay: 'Aucun des jours possibles ne reste dans la saison.',
    whyNobody: (a) =>
      a.names.length === 1
        ? `${list('fr', a.names)} n’a aucune heure ces semaines-là.`
        : `${list('fr', a.names)} n’ont aucune heure en commun ces semaines-là.`,
    whyGap: 'Les heures communes sont trop près ou trop loin de leurs autres rencontres.',
    whyBooked: 'Chaque heure commune est prise par une autre rencontre.',
    whyBookedBy: (a) =>
      `Chaque heure commune est prise : ${list('fr', a.names)} ont d’autres rencontres à ces heures-là.`,
    whyWeek: (a) => `Il y aurait dans une semaine plus de rencontres que n’en acceptent : ${list('fr', a.names)}.`,
    whyMonth: (a) => `Il y aurait dans un mois plus de minutes que n’en acceptent : ${list('fr', a.names)}.`,
    whyPlace: 'Le lieu est pris à chaque heure commune.',
    whyUnknown: 'Elle n’a pas encore été planifiée.',
    closeTitle: (a) => `Pas de rencontre la semaine du ${a.day} ?`,
    closeLead: (a) =>
      plural('fr', a.count, {
        one: 'Une rencontre s’y trouve. Elle passe si possible à une autre semaine de son rythme ; le moins d’autres possible bougent avec elle.',
        other:
          '# rencontres s’y trouvent. Elles passent si possible à d’autres semaines de leur rythme ; le moins d’autres possible bougent avec elles.',
      }),
    closeNone: 'Aucune rencontre ne s’y trouve. Aucune n’y sera planifiée.',
    closePreview:
      'Vous voyez chaque déplacement sur le tableau, avec son coût, avant que quiconque soit prévenu ; et vous pouvez l’annuler.',
    close: 'Déplacer ce qui s’y trouve',
    open: 'Rouvrir cette semaine',
    closedLead:
      'Pas de rencontre cette semaine. Rouverte, elle pourra servir à la prochaine planification ; rien ne bouge de soi-même.',
    closedTitle: (a) => `Pas de rencontre la semaine du ${a.day}`,
    publishTitle: (a) =>
      a.people === 0
        ? 'Personne ne reçoit encore de courriel'
        : plural('fr', a.people, {
            one: 'Une personne reçoit un courriel',
            other: '# personnes reçoivent un courriel',
          }),
    publishLead: (a) =>
      `Les nouvelles rencontres partent en un seul courriel par personne ; les réponses sont attendues au plus tard le ${a.day}. Une rencontre qui bouge part comme un changement dans l’agenda.`,
    fresh: 'Nouvelles rencontres',
    meetings: 'Rencontres de groupe qui reçoivent leur horaire',
    whom: 'Invités',
    invitesAll: 'tous ceux de l’initiative',
    invitesNobody: 'personne encore : sur sa page, vous dites qui',
    movedHead: 'Rencontres qui bougent',
    cancelledHead: 'Rencontres sans place désormais, annulées',
    unplacedHead: 'Rencontres sans horaire, non envoyées',
    from: 'De',
    to: 'À',
    publish: (a) => plural('fr', a.count, { one: 'Publier une rencontre', other: 'Publier # rencontres' }),
    nothing: 'Il n’y a rien à publier',
    nothingLead: 'Chaque rencontre est dans les agendas comme elle est prévue, ou n’a pas d’horaire.',
    andMore: (a) => plural('fr', a.count, { one: 'et une autre', other: 'et # autres' }),
    groupMeeting: 'Rencontre de groupe',
  },
)

export type CellWords = ReturnType<typeof cellWords>
