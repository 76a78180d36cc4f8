import { catalogue, number, plural } from '../../platform/i18n/catalogue.ts'

/** The figures above the desk's rows. */
export const headlineWords = catalogue(
  {
    inContact: (a: { days: number }) => `In contact, last ${a.days} days`,
    of: (a: { all: number }) => `of ${number('en', a.all)}`,
    more: (a: { count: number }) => `${number('en', a.count)} more than a week ago`,
    fewer: (a: { count: number }) => `${number('en', a.count)} fewer than a week ago`,
    asMany: 'As many as a week ago',
    inRhythm: 'Connections in rhythm',
    drifting: (a: { count: number }) => (a.count === 0 ? 'None is drifting' : `${number('en', a.count)} drifting`),
    covered: 'Hours lent by the organisation',
    endingSoon: (a: { count: number; days: number }) =>
      plural('en', a.count, { one: `One ends within ${a.days} days`, other: `# end within ${a.days} days` }),
    noneEnds: (a: { days: number }) => `None ends within ${a.days} days`,
    hours: 'Hours in contact',
    hoursNote: 'of all members, since the beginning',
  },
  {
    inContact: (a) => `En contact, ${a.days} derniers jours`,
    of: (a) => `sur ${number('fr', a.all)}`,
    more: (a) => `${number('fr', a.count)} de plus qu’il y a une semaine`,
    fewer: (a) => `${number('fr', a.count)} de moins qu’il y a une semaine`,
    asMany: 'Autant qu’il y a une semaine',
    inRhythm: 'Liens à leur rythme',
    drifting: (a) =>
      a.count === 0 ? 'Aucun ne se relâche' : plural('fr', a.count, { one: 'Un se relâche', other: '# se relâchent' }),
    covered: 'Heures accordées par l’organisation',
    endingSoon: (a) =>
      plural('fr', a.count, {
        one: `Une échéance dans les ${a.days} jours`,
        other: `# échéances dans les ${a.days} jours`,
      }),
    noneEnds: (a) => `Aucune échéance dans les ${a.days} jours`,
    hours: 'Heures de contact',
    hoursNote: 'de tous les membres, depuis le début',
  },
)
