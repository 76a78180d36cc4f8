import { catalogue } from '../../platform/i18n/catalogue.ts'

export const partnersWords = catalogue(
  {
    link: 'Match them anew',
    title: (a: { names: string }) => `Whom could ${a.names} meet instead?`,
    lead: 'This closes their connection with a thank-you, and proposes the new ones you choose. Each is asked; nothing starts before both say yes.',
    legend: (a: { name: string }) => `For ${a.name}`,
    fit: (a: { name: string; fit: number }) => `${a.name} (fit ${a.fit})`,
    nobody: 'Nobody now: the next round finds somebody',
    noneFree: (a: { name: string }) => `For ${a.name} nobody is free at present; the next round looks again.`,
    send: 'Close, and propose what I chose',
    back: 'Back to Today',
    unknown: 'Choose somebody from the list; it may have changed since you opened it.',
    twice: 'The same person was chosen twice. Choose different ones.',
    parted: 'Their connection is closed with thanks, and the new proposals are on their way.',
  },
  {
    link: 'Les apparier autrement',
    title: (a) => `Qui ${a.names} pourraient-ils rencontrer à la place ?`,
    lead: 'Ceci clôt leur relation en les remerciant et propose les nouvelles que vous choisissez. Chacun est consulté ; rien ne commence sans deux oui.',
    legend: (a) => `Pour ${a.name}`,
    fit: (a) => `${a.name} (accord ${a.fit})`,
    nobody: 'Personne pour l’instant : le prochain tour cherchera',
    noneFree: (a) => `Pour ${a.name}, personne n’est libre à présent ; le prochain tour cherchera encore.`,
    send: 'Clore, et proposer mon choix',
    back: 'Retour à Aujourd’hui',
    unknown: 'Choisissez dans la liste ; elle a peut-être changé depuis que vous l’avez ouverte.',
    twice: 'La même personne est choisie deux fois. Choisissez-en d’autres.',
    parted: 'Leur relation est close avec remerciements, et les nouvelles propositions partent.',
  },
)
