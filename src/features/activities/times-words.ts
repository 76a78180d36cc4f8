import { catalogue, plural } from '../../platform/i18n/catalogue.ts'

/** The page that compares times for a group meeting. */
export const timesWords = catalogue(
  {
    compare: 'Compare times',
    title: 'Times that suit most',
    lead: 'By what each has said of their time; their holidays and busy hours count. For who has said nothing, nine to six on working days is taken for good, from seven and until nine in the evening for if need be. Each hour of two weeks was looked at.',
    legend: 'When',
    suits: (a: { good: number; ifNeedBe: number; cannot: number }) =>
      a.cannot === 0
        ? `Good for ${a.good}, if need be for ${a.ifNeedBe}.`
        : `Good for ${a.good}, if need be for ${a.ifNeedBe}, not for ${a.cannot}.`,
    notSaid: (a: { people: number; good: number; ifNeedBe: number; cannot: number }) =>
      plural('en', a.people, {
        one: `# has said nothing; by the clock: good for ${a.good}, if need be for ${a.ifNeedBe}, not for ${a.cannot}.`,
        other: `# have said nothing; by the clock: good for ${a.good}, if need be for ${a.ifNeedBe}, not for ${a.cannot}.`,
      }),
    there: (a: { city: string; time: string; people: string }) => `${a.city} ${a.time} (${a.people})`,
    none: 'No hour of these two weeks suits anybody.',
    take: 'Take this time',
    takeAndTell: 'Take this time and tell everybody',
    timeWrong: 'Choose one of the times.',
  },
  {
    compare: 'Comparer des horaires',
    title: 'Les horaires qui conviennent au plus grand nombre',
    lead: 'Selon ce que chacun a dit de son temps ; ses jours fériés et ses heures prises comptent. Pour qui n’a rien dit, de neuf à dix-huit heures les jours ouvrés passe pour bon, dès sept et jusqu’à vingt et une heures pour au besoin. Chaque heure de deux semaines a été regardée.',
    legend: 'Quand',
    suits: (a) =>
      a.cannot === 0
        ? `Bon pour ${a.good}, au besoin pour ${a.ifNeedBe}.`
        : `Bon pour ${a.good}, au besoin pour ${a.ifNeedBe}, impossible pour ${a.cannot}.`,
    notSaid: (a) =>
      plural('fr', a.people, {
        one: `# personne n’a rien dit ; à l’horloge : bon pour ${a.good}, au besoin pour ${a.ifNeedBe}, impossible pour ${a.cannot}.`,
        other: `# personnes n’ont rien dit ; à l’horloge : bon pour ${a.good}, au besoin pour ${a.ifNeedBe}, impossible pour ${a.cannot}.`,
      }),
    there: (a) => `${a.city} ${a.time} (${a.people})`,
    none: 'Aucune heure de ces deux semaines ne convient à quiconque.',
    take: 'Prendre cet horaire',
    takeAndTell: 'Prendre cet horaire et prévenir chacun',
    timeWrong: 'Choisissez un des horaires.',
  },
)
