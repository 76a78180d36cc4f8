import { catalogue, plural } from '../../platform/i18n/catalogue.ts'

const en = (count: number, one: string, other: string) => plural('en', count, { one, other })
const fr = (count: number, one: string, other: string) => plural('fr', count, { one, other })

interface Fits {
  names: string
  fit: number
}

/** The next best for somebody who is left alone, and what it costs the others. */
export const exchangeWords = catalogue(
  {
    title: (a: { names: string }) => `Whom could ${a.names} have instead?`,
    titleNobody: 'Nobody is left alone here any more',
    lead: 'Everybody else keeps a partner. What has been accepted, and proposals that somebody has said yes to, stay as they are.',
    freeOf: (a: { name: string }) => `For ${a.name}: somebody who has nobody`,
    freeNone: 'Nobody who would be allowed is free.',
    exchangeOf: (a: { name: string }) => `For ${a.name}: by changing other proposals`,
    exchangeNone: 'No exchange is possible in which everybody keeps a partner.',
    who: 'Partner',
    changes: 'What changes',
    cost: 'Cost for the others',
    fit: (a: Fits) => `${a.names} (fit ${a.fit})`,
    comes: (a: Fits) => `Then: ${a.names} (fit ${a.fit})`,
    goes: (a: Fits) => `Taken back: ${a.names} (fit ${a.fit})`,
    nothingElse: 'Nothing else',
    costsNothing: 'None',
    costs: (a: { points: number }) => en(a.points, '# point', '# points'),
    gains: (a: { points: number }) => en(a.points, 'They gain # point', 'They gain # points'),
    propose: 'Propose',
    proposeOf: (a: { name: string; with: string }) => `Propose ${a.name} to ${a.with}`,
    exchange: 'Exchange',
    exchangeWith: (a: { name: string; with: string }) => `Exchange so that ${a.with} has ${a.name}`,
    costNote:
      'The cost is the fit that those who change lose together. Each of them gets one mail, which says that this takes the place of the earlier proposal.',
    back: 'Back to Today',
    more: 'All ways, and what they cost',
  },
  {
    title: (a) => `Qui pour ${a.names} à la place ?`,
    titleNobody: 'Plus personne ne reste seul ici',
    lead: 'Toutes les autres personnes gardent un binôme. Ce qui est accepté, et les propositions qui ont déjà un oui, restent telles quelles.',
    freeOf: (a) => `Pour ${a.name} : une personne sans binôme`,
    freeNone: 'Aucune personne possible n’est libre.',
    exchangeOf: (a) => `Pour ${a.name} : en changeant d’autres propositions`,
    exchangeNone: 'Aucun échange ne laisse un binôme à tout le monde.',
    who: 'Binôme',
    changes: 'Ce qui change',
    cost: 'Coût pour les autres',
    fit: (a) => `${a.names} (accord ${a.fit})`,
    comes: (a) => `Puis : ${a.names} (accord ${a.fit})`,
    goes: (a) => `Retiré : ${a.names} (accord ${a.fit})`,
    nothingElse: 'Rien d’autre',
    costsNothing: 'Aucun',
    costs: (a) => fr(a.points, '# point', '# points'),
    gains: (a) => fr(a.points, 'Gain de # point', 'Gain de # points'),
    propose: 'Proposer',
    proposeOf: (a) => `Proposer ${a.name} à ${a.with}`,
    exchange: 'Échanger',
    exchangeWith: (a) => `Échanger pour que ${a.with} ait ${a.name}`,
    costNote:
      'Le coût est l’accord que perdent ensemble les personnes qui changent. Chacune reçoit un courriel, qui dit que ceci remplace la proposition précédente.',
    back: 'Retour à Aujourd’hui',
    more: 'Toutes les possibilités, et leur coût',
  },
)
