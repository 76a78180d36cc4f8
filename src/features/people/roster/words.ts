import { catalogue, number, plural } from '../../../platform/i18n/catalogue.ts'
import { isolate } from '../../../ui/isolate.tsx'
import type { RosterCounts } from './plan.ts'

const toImport = (counts: RosterCounts) => counts.made + counts.joins + counts.changed

/** The parts that are not zero: the first as a whole sentence, the others in short. */
function inOrder(parts: { count: number; first: string; later: string }[]): string {
  return parts
    .filter(({ count }) => count > 0)
    .map(({ first, later }, index) => (index === 0 ? first : later))
    .join(', ')
}

export const words = catalogue(
  {
    uploadTitle: 'Bring in the people of your founding event',
    uploadLead:
      'A list from any spreadsheet, saved as CSV. Nothing is written until you have seen what would happen to each line.',
    file: 'Your list',
    fileHint:
      'A CSV file up to 5 MB and 10,000 lines: commas, semicolons or tabs, headings in English or French, any order.',
    paste: 'Or paste the list here',
    pasteHint: 'Copy the cells from your spreadsheet, headings included.',
    upload: 'Look at the list',
    columnsTitle: 'What the list can hold',
    columnsText:
      'A name and an e-mail address are needed. Organisation, job title, country, city, time zone, languages with level (like “English (fluent); French”), language of mails, telephone and ‘post since’ are read when they are there. Other columns are left out.',
    earlier: 'Lists brought in before',
    earlierDraft: 'not imported yet',
    earlierDone: ({ count, day }: { count: number; day: string }) =>
      `${plural('en', count, { one: '# person', other: '# people' })} imported on ${day}`,
    goOn: 'Go on',
    look: 'Look',
    noFile: 'Choose a file, or paste the list.',
    tooLarge: 'This file is larger than 5 MB. Leave out columns that are not needed, or cut it in two.',
    faultWorkbook: 'This is a workbook. In your spreadsheet choose ‘Save as’, then ‘CSV UTF-8’, and send that file.',
    faultNotText:
      'This file is not a list in text. In your spreadsheet choose ‘Save as’, then ‘CSV UTF-8’, and send that file.',
    faultEmpty: 'This file is empty.',
    faultNobody: 'There is nobody in this list: it has headings at most.',
    faultTooMany: 'This list has more than 10,000 lines. Cut it in two.',
    pastedName: 'pasted list',
    mappingTitle: ({ known, all }: { known: number; all: number }) =>
      known === all
        ? 'Every column is understood'
        : `${number('en', known)} of ${plural('en', all, { one: '# column', other: '# columns' })} understood`,
    mappingLead: ({ file, lines }: { file: string; lines: number }) =>
      `${isolate(file)}, ${plural('en', lines, { one: '# line', other: '# lines' })}. Correct what was guessed wrong; under each heading you see its first cells.`,
    column: ({ place }: { place: number }) => `Column ${place}`,
    noSamples: 'empty in the first lines',
    leaveOut: 'Leave out',
    toPreview: 'See what would happen',
    missingName: 'Say which column holds the name.',
    missingEmail: 'Say which column holds the e-mail address.',
    doubledField: ({ field }: { field: string }) => `Another column is ‘${field}’ already. Choose one of them.`,
    drop: 'Throw this list away',
    dropSure: 'The list is not imported. Nobody is lost who is here already.',
    finding: (counts: RosterCounts) => {
      if (toImport(counts) > 0) {
        return inOrder([
          {
            count: counts.made,
            first: plural('en', counts.made, { one: '# person will be added', other: '# people will be added' }),
            later: '',
          },
          {
            count: counts.joins,
            first: plural('en', counts.joins, {
              one: '# person you know will join',
              other: '# people you know will join',
            }),
            later: plural('en', counts.joins, { one: '# you know joins', other: '# you know join' }),
          },
          {
            count: counts.changed,
            first: plural('en', counts.changed, { one: '# person will be changed', other: '# people will be changed' }),
            later: `${number('en', counts.changed)} changed`,
          },
          { count: counts.refused, first: '', later: `${number('en', counts.refused)} refused` },
        ])
      }
      if (counts.refused === 0)
        return plural('en', counts.same, {
          one: 'Nothing to do: # person, already here',
          other: 'Nothing to do: all # are already here',
        })
      if (counts.same === 0)
        return plural('en', counts.refused, {
          one: 'Nothing can be imported: the one line is refused',
          other: 'Nothing can be imported: all # lines are refused',
        })
      return `Nothing to import: ${number('en', counts.same)} already here, ${number('en', counts.refused)} refused`
    },
    previewLead: ({ file }: { file: string }) =>
      `${isolate(file)}. Nothing has been written yet. Lines are numbered as in your spreadsheet.`,
    doImport: ({ count }: { count: number }) =>
      plural('en', count, { one: 'Import # person', other: 'Import # people' }),
    changeColumns: 'Correct the columns',
    otherFile: 'Send another file',
    refusedFile: 'Download the refused lines',
    refusedText:
      'Refused lines stay out; the others can be imported now. Correct the refused ones in the file you download, and send it later.',
    lines: 'What happens to each line',
    line: 'Line',
    person: 'Person',
    organisation: 'Organisation',
    outcome: 'What happens',
    'outcome refused': 'Refused',
    'outcome made': 'Added',
    'outcome joins': 'Joins',
    'outcome changed': 'Changed',
    'outcome same': 'Already here',
    shown: ({ from, to, all }: { from: number; to: number; all: number }) =>
      `${number('en', from)} to ${number('en', to)} of ${number('en', all)}`,
    zonesTitle: 'Some countries have several time zones',
    zonesText:
      'For these people the city did not decide. The capital’s zone is taken unless you choose another; each person can correct it later.',
    zonePeople: ({ country, count }: { country: string; count: number }) =>
      `${country} (${plural('en', count, { one: '# person', other: '# people' })})`,
    zonesSave: 'Use these zones',
    stale: 'Something changed since you looked: what would happen now is shown below. Look again, then import.',
    doneTitle: (counts: RosterCounts) =>
      plural('en', toImport(counts), { one: '# person was imported', other: '# people were imported' }),
    doneLead: ({ file, moment }: { file: string; moment: string }) =>
      `${isolate(file)}, ${moment}. They get no mail until you invite them.`,
    doneCount: ({ outcome, count }: { outcome: string; count: number }) => `${outcome}: ${number('en', count)}`,
    doneRefused: 'The refused lines stayed out. Correct them in the file you download, and send it.',
    toPeople: 'See the people',
    again: 'Bring in another list',
    reasonHeading: 'Why it was refused',
    lineHeading: 'Line in the list',
    refusedName: 'refused-lines',
  },
  {
    uploadTitle: 'Faites entrer les personnes de votre rencontre fondatrice',
    uploadLead:
      'Une liste venue de n’importe quel tableur, enregistrée en CSV. Rien n’est écrit avant que vous ayez vu ce que deviendrait chaque ligne.',
    file: 'Votre liste',
    fileHint:
      'Un fichier CSV de 5 Mo et 10 000 lignes au plus : virgules, points-virgules ou tabulations, en-têtes en français ou en anglais, dans n’importe quel ordre.',
    paste: 'Ou collez la liste ici',
    pasteHint: 'Copiez les cellules de votre tableur, en-têtes compris.',
    upload: 'Examiner la liste',
    columnsTitle: 'Ce que la liste peut contenir',
    columnsText:
      'Un nom et une adresse électronique sont nécessaires. L’organisation, la fonction, le pays, la ville, le fuseau horaire, les langues avec leur niveau (par exemple « anglais (courant) ; français »), la langue des courriels, le téléphone et « en poste depuis » sont lus s’ils y figurent. Les autres colonnes sont laissées de côté.',
    earlier: 'Listes déjà transmises',
    earlierDraft: 'pas encore importée',
    earlierDone: ({ count, day }) =>
      `${plural('fr', count, { one: '# personne importée', other: '# personnes importées' })} le ${day}`,
    goOn: 'Continuer',
    look: 'Voir',
    noFile: 'Choisissez un fichier, ou collez la liste.',
    tooLarge: 'Ce fichier dépasse 5 Mo. Retirez les colonnes inutiles, ou coupez-le en deux.',
    faultWorkbook:
      'Ceci est un classeur. Dans votre tableur, choisissez « Enregistrer sous », puis « CSV UTF-8 », et envoyez ce fichier.',
    faultNotText:
      'Ce fichier n’est pas une liste en texte. Dans votre tableur, choisissez « Enregistrer sous », puis « CSV UTF-8 », et envoyez ce fichier.',
    faultEmpty: 'Ce fichier est vide.',
    faultNobody: 'Il n’y a personne dans cette liste : tout au plus des en-têtes.',
    faultTooMany: 'Cette liste dépasse 10 000 lignes. Coupez-la en deux.',
    pastedName: 'liste collée',
    mappingTitle: ({ known, all }) =>
      known === all
        ? 'Toutes les colonnes sont comprises'
        : `${plural('fr', known, { one: '# colonne comprise', other: '# colonnes comprises' })} sur ${number('fr', all)}`,
    mappingLead: ({ file, lines }) =>
      `${isolate(file)}, ${plural('fr', lines, { one: '# ligne', other: '# lignes' })}. Corrigez ce qui a été mal deviné ; sous chaque en-tête figurent ses premières cellules.`,
    column: ({ place }) => `Colonne ${place}`,
    noSamples: 'vide dans les premières lignes',
    leaveOut: 'Laisser de côté',
    toPreview: 'Voir ce qui se passerait',
    missingName: 'Indiquez la colonne qui contient le nom.',
    missingEmail: 'Indiquez la colonne qui contient l’adresse électronique.',
    doubledField: ({ field }) => `Une autre colonne est déjà « ${field} ». Choisissez l’une des deux.`,
    drop: 'Jeter cette liste',
    dropSure: 'La liste n’est pas importée. Les personnes déjà présentes le restent.',
    finding: (counts) => {
      if (toImport(counts) > 0) {
        return inOrder([
          {
            count: counts.made,
            first: plural('fr', counts.made, { one: '# personne sera ajoutée', other: '# personnes seront ajoutées' }),
            later: '',
          },
          {
            count: counts.joins,
            first: plural('fr', counts.joins, {
              one: '# personne déjà connue se joindra',
              other: '# personnes déjà connues se joindront',
            }),
            later: plural('fr', counts.joins, {
              one: '# déjà connue se joindra',
              other: '# déjà connues se joindront',
            }),
          },
          {
            count: counts.changed,
            first: plural('fr', counts.changed, {
              one: '# personne sera modifiée',
              other: '# personnes seront modifiées',
            }),
            later: plural('fr', counts.changed, { one: '# modifiée', other: '# modifiées' }),
          },
          {
            count: counts.refused,
            first: '',
            later: plural('fr', counts.refused, { one: '# refusée', other: '# refusées' }),
          },
        ])
      }
      if (counts.refused === 0)
        return plural('fr', counts.same, {
          one: 'Rien à faire : # personne, déjà présente',
          other: 'Rien à faire : les # personnes sont déjà présentes',
        })
      if (counts.same === 0)
        return plural('fr', counts.refused, {
          one: 'Rien ne peut être importé : la seule ligne est refusée',
          other: 'Rien ne peut être importé : les # lignes sont refusées',
        })
      return `Rien à importer : ${plural('fr', counts.same, { one: '# déjà présente', other: '# déjà présentes' })}, ${plural('fr', counts.refused, { one: '# refusée', other: '# refusées' })}`
    },
    previewLead: ({ file }) =>
      `${isolate(file)}. Rien n’est encore écrit. Les lignes sont numérotées comme dans votre tableur.`,
    doImport: ({ count }) => plural('fr', count, { one: 'Importer # personne', other: 'Importer # personnes' }),
    changeColumns: 'Corriger les colonnes',
    otherFile: 'Envoyer un autre fichier',
    refusedFile: 'Télécharger les lignes refusées',
    refusedText:
      'Les lignes refusées restent dehors ; les autres peuvent être importées maintenant. Corrigez les lignes refusées dans le fichier téléchargé, et envoyez-le plus tard.',
    lines: 'Ce que devient chaque ligne',
    line: 'Ligne',
    person: 'Personne',
    organisation: 'Organisation',
    outcome: 'Ce qui se passe',
    'outcome refused': 'Refusée',
    'outcome made': 'Ajoutée',
    'outcome joins': 'Se joint',
    'outcome changed': 'Modifiée',
    'outcome same': 'Déjà présente',
    shown: ({ from, to, all }) => `${number('fr', from)} à ${number('fr', to)} sur ${number('fr', all)}`,
    zonesTitle: 'Certains pays ont plusieurs fuseaux horaires',
    zonesText:
      'Pour ces personnes, la ville n’a pas suffi. Le fuseau de la capitale est retenu sauf autre choix de votre part ; chacun peut le corriger ensuite.',
    zonePeople: ({ country, count }) =>
      `${country} (${plural('fr', count, { one: '# personne', other: '# personnes' })})`,
    zonesSave: 'Retenir ces fuseaux',
    stale:
      'Quelque chose a changé depuis votre lecture : ce qui se passerait à présent est affiché ci-dessous. Relisez, puis importez.',
    doneTitle: (counts) =>
      plural('fr', toImport(counts), { one: '# personne importée', other: '# personnes importées' }),
    doneLead: ({ file, moment }) => `${isolate(file)}, ${moment}. Aucun courriel ne part avant votre invitation.`,
    doneCount: ({ outcome, count }) => `${outcome} : ${number('fr', count)}`,
    doneRefused: 'Les lignes refusées sont restées dehors. Corrigez-les dans le fichier téléchargé, et envoyez-le.',
    toPeople: 'Voir les personnes',
    again: 'Faire entrer une autre liste',
    reasonHeading: 'Motif du refus',
    lineHeading: 'Ligne dans la liste',
    refusedName: 'lignes-refusees',
  },
)
