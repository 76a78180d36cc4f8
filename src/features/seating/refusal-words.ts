import { catalogue, number } from '../../platform/i18n/catalogue.ts'

/** Why something about a seating cannot be. */
export const refusalWords = catalogue(
  {
    tooFew: 'At least two people must take part.',
    tooMany: (a: { most: number }) => `At most ${number('en', a.most)} people can be seated at once.`,
    doNotFit: (a: { people: number; least: number; most: number }) =>
      a.least === a.most
        ? `${a.people} people cannot all sit at tables of ${a.most}. Let the sizes differ by one.`
        : `${a.people} people cannot all sit at tables of ${a.least} to ${a.most}. Let the sizes differ more.`,
    roundsBegunAlready: (a: { begun: number }) => `Round ${a.begun} has begun, so there cannot be fewer rounds.`,
    nothingToCome: 'The last round has begun. Nothing is left to seat.',
    noSuchTable: (a: { tables: number }) => `There are ${a.tables} tables at most.`,
    tableTaken: (a: { table: number; people: number }) =>
      `${a.people} people are kept at table ${a.table} already. More would leave no seat for others.`,
    overtaken: 'The plan changed, or a round began, since this was worked out. Look again who is here.',
    nothingToTakeBack: 'This is the first plan. There is nothing to take back.',
    begunSince: 'A round has begun by this plan, so it cannot be taken back. Change who is here instead.',
  },
  {
    tooFew: 'Il faut au moins deux personnes.',
    tooMany: (a) => `Au plus ${number('fr', a.most)} personnes peuvent être placées à la fois.`,
    doNotFit: (a) =>
      a.least === a.most
        ? `${a.people} personnes ne peuvent pas toutes s’asseoir à des tables de ${a.most}. Laissez les tailles varier d’une personne.`
        : `${a.people} personnes ne peuvent pas toutes s’asseoir à des tables de ${a.least} à ${a.most}. Laissez les tailles varier davantage.`,
    roundsBegunAlready: (a) => `Le tour ${a.begun} a commencé : il ne peut pas y avoir moins de tours.`,
    nothingToCome: 'Le dernier tour a commencé. Il n’y a plus personne à placer.',
    noSuchTable: (a) => `Il y a au plus ${a.tables} tables.`,
    tableTaken: (a) =>
      `${a.people} personnes restent déjà à la table ${a.table}. Davantage ne laisserait plus de place aux autres.`,
    overtaken: 'Le plan a changé, ou un tour a commencé, depuis ce calcul. Regardez à nouveau qui est là.',
    nothingToTakeBack: 'C’est le premier plan. Il n’y a rien à annuler.',
    begunSince: 'Un tour a commencé selon ce plan : il ne peut plus être annulé. Changez plutôt qui est là.',
  },
)
