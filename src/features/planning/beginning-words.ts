import { catalogue, plural } from '../../platform/i18n/catalogue.ts'

/** What facilitators read before a season has a plan. */
export const beginningWords = catalogue(
  {
    none: 'No season is planned yet',
    noSeasonTitle: 'There is no season to plan yet',
    noSeasonText:
      'A season is a stretch of the calendar. Say when it begins and ends; then all its meetings are arranged at once.',
    makeSeason: 'Make a season',
    noConnections: 'Nobody is connected yet',
    noConnectionsText: 'A plan finds times for connections that run. Match peers first.',
    toMatching: 'To matching',
    seasonsOver: 'All seasons are over',
    seasonsOverText: 'Add the next one; then its meetings can be planned.',
    lead: (a: { connections: number }) =>
      plural('en', a.connections, {
        one: 'One connection runs. Its meetings of a whole season are found at once; nothing is sent before you publish.',
        other:
          '# connections run. All their meetings of a season are found at once; nothing is sent before you publish.',
      }),
    leadMeetings: (a: { meetings: number }) =>
      plural('en', a.meetings, {
        one: 'One group meeting waits for its time; nothing is sent before you publish.',
        other: '# group meetings wait for their times; nothing is sent before you publish.',
      }),
    newPlan: 'Plan a season',
    seasonDays: (a: { title: string; from: string; to: string }) => `${a.title}, ${a.from} to ${a.to}`,
    make: 'Plan the season',
  },
  {
    none: 'Aucune saison n’est encore planifiée',
    noSeasonTitle: 'Il n’y a pas encore de saison à planifier',
    noSeasonText:
      'Une saison est une période du calendrier. Dites quand elle commence et finit ; toutes ses rencontres sont alors fixées d’un coup.',
    makeSeason: 'Créer une saison',
    noConnections: 'Personne n’est encore en relation',
    noConnectionsText: 'Un plan trouve des horaires pour les relations en cours. Formez d’abord des paires.',
    toMatching: 'Vers l’appariement',
    seasonsOver: 'Toutes les saisons sont finies',
    seasonsOverText: 'Ajoutez la suivante ; ses rencontres pourront alors être planifiées.',
    lead: (a) =>
      plural('fr', a.connections, {
        one: 'Une relation est en cours. Ses rencontres de toute une saison sont trouvées d’un coup ; rien n’est envoyé avant la publication.',
        other:
          '# relations sont en cours. Toutes leurs rencontres d’une saison sont trouvées d’un coup ; rien n’est envoyé avant la publication.',
      }),
    leadMeetings: (a) =>
      plural('fr', a.meetings, {
        one: 'Une rencontre de groupe attend son horaire ; rien n’est envoyé avant la publication.',
        other: '# rencontres de groupe attendent leur horaire ; rien n’est envoyé avant la publication.',
      }),
    newPlan: 'Planifier une saison',
    seasonDays: (a) => `${a.title}, du ${a.from} au ${a.to}`,
    make: 'Planifier la saison',
  },
)
