import { catalogue } from '../../platform/i18n/catalogue.ts'

/** What a sentence of the timeline may speak of; who acted stands beside it. */
export interface Told {
  /** The member it is about. */
  name: string
  /** A day in words. */
  on: string
  /** A moment with its zone. */
  when: string
  minutes: number
}

/** One sentence for each thing that can happen to a connection, by its verb in the audit trail. */
export const timelineWords = catalogue(
  {
    by: (of: { when: string; who: string }) => `${of.when}, ${of.who}`,
    'connection.propose': 'The connection was proposed.',
    'connection.answer yes': (of: Told) => `${of.name} said yes.`,
    'connection.answer later': (of: Told) => `${of.name} said later.`,
    'connection.answer no': (of: Told) => `${of.name} said no.`,
    'connection.remind': (of: Told) => `${of.name} was asked again.`,
    'connection.stuck': (of: Told) => `${of.name} does not answer; this waits for you.`,
    'connection.start': 'All said yes: it started.',
    'connection.decline': 'The proposal ended; the others were told kindly.',
    'connection.watch fresh': 'In touch again.',
    'connection.watch amber': 'The silence is twice as long as promised.',
    'connection.watch red': 'The silence is far longer than promised.',
    'connection.watch lapsed': 'Probably over, by its silence.',
    'connection.pause': (of: Told) => `Paused until ${of.on}.`,
    'connection.resume': 'The pause ended.',
    'connection.review': (of: Told) => `Reviewed; the next review is on ${of.on}.`,
    'connection.leave': (of: Told) => `${of.name} left the group.`,
    'connection.close': 'Closed, with a thank-you to each.',
    'connection.reopen': 'The close was taken back.',
    'connection.nudge': 'A nudge was sent.',
    'connection.call': 'A call was noted.',
    'desk.put-aside': 'Put aside on the desk.',
    'desk.bring-back': 'Brought back to the desk.',
    'agreement.change': (of: Told) => `${of.name} changed the agreement.`,
    'agreement.accept': (of: Told) => `${of.name} accepted the agreement.`,
    'agreement.reach': 'All have accepted the agreement.',
    'contact live': (of: Told) => (of.minutes > 0 ? `A call of ${of.minutes} minutes.` : 'A call.'),
    'contact face_to_face': (of: Told) =>
      of.minutes > 0 ? `A meeting face to face, ${of.minutes} minutes.` : 'A meeting face to face.',
    'contact message': 'A message.',
    'contact.correct': 'A contact was corrected.',
    'contact.remove': 'A contact was taken back.',
    'times.ask': 'Times were proposed.',
    'times.unanswered': 'Nobody agreed on a time.',
    'session.plan': (of: Told) => `A session was planned for ${of.when}.`,
    'session.move': (of: Told) => `The session was moved to ${of.when}.`,
    'session.reply yes': (of: Told) => `${of.name} comes to the session of ${of.when}.`,
    'session.reply maybe': (of: Told) => `${of.name} comes to the session of ${of.when} if need be.`,
    'session.reply no': (of: Told) => `${of.name} cannot come to the session of ${of.when}.`,
    'session.counter': (of: Told) => `${of.name} proposed another time: ${of.when}.`,
    'session.cancel': (of: Told) => `The session of ${of.when} was called off.`,
    'session.miss': (of: Told) => `The session of ${of.when} did not take place.`,
  },
  {
    by: (of) => `${of.when}, ${of.who}`,
    'connection.propose': 'La relation a été proposée.',
    'connection.answer yes': (of) => `${of.name} a dit oui.`,
    'connection.answer later': (of) => `${of.name} a répondu plus tard.`,
    'connection.answer no': (of) => `${of.name} a dit non.`,
    'connection.remind': (of) => `La question a été reposée à ${of.name}.`,
    'connection.stuck': (of) => `${of.name} ne répond pas ; c’est à vous de voir.`,
    'connection.start': 'Tous ont dit oui : elle a commencé.',
    'connection.decline': 'La proposition a pris fin ; les autres l’ont appris avec tact.',
    'connection.watch fresh': 'De nouveau en contact.',
    'connection.watch amber': 'Le silence dure deux fois plus que promis.',
    'connection.watch red': 'Le silence dure bien plus que promis.',
    'connection.watch lapsed': 'Sans doute terminée, à en juger par le silence.',
    'connection.pause': (of) => `En pause jusqu’au ${of.on}.`,
    'connection.resume': 'La pause a pris fin.',
    'connection.review': (of) => `Bilan fait ; le prochain est le ${of.on}.`,
    'connection.leave': (of) => `${of.name} a quitté le groupe.`,
    'connection.close': 'Close, avec un remerciement à chacun.',
    'connection.reopen': 'La clôture a été annulée.',
    'connection.nudge': 'Un rappel a été envoyé.',
    'connection.call': 'Un appel a été noté.',
    'desk.put-aside': 'Mise de côté sur le bureau.',
    'desk.bring-back': 'Revenue sur le bureau.',
    'agreement.change': (of) => `${of.name} a modifié l’accord.`,
    'agreement.accept': (of) => `${of.name} a accepté l’accord.`,
    'agreement.reach': 'Tous ont accepté l’accord.',
    'contact live': (of) => (of.minutes > 0 ? `Un appel de ${of.minutes} minutes.` : 'Un appel.'),
    'contact face_to_face': (of) =>
      of.minutes > 0 ? `Une rencontre en personne, ${of.minutes} minutes.` : 'Une rencontre en personne.',
    'contact message': 'Un message.',
    'contact.correct': 'Un contact a été corrigé.',
    'contact.remove': 'Un contact a été retiré.',
    'times.ask': 'Des horaires ont été proposés.',
    'times.unanswered': 'Personne ne s’est accordé sur un horaire.',
    'session.plan': (of) => `Une rencontre a été prévue pour le ${of.when}.`,
    'session.move': (of) => `La rencontre a été déplacée au ${of.when}.`,
    'session.reply yes': (of) => `${of.name} vient à la rencontre du ${of.when}.`,
    'session.reply maybe': (of) => `${of.name} vient à la rencontre du ${of.when} s’il le faut.`,
    'session.reply no': (of) => `${of.name} ne peut pas venir à la rencontre du ${of.when}.`,
    'session.counter': (of) => `${of.name} a proposé un autre horaire : ${of.when}.`,
    'session.cancel': (of) => `La rencontre du ${of.when} a été annulée.`,
    'session.miss': (of) => `La rencontre du ${of.when} n’a pas eu lieu.`,
  },
)
