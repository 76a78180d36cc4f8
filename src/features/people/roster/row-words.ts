import { catalogue } from '../../../platform/i18n/catalogue.ts'
import { isolate } from '../../../ui/isolate.tsx'

type Named = { text: string }
type Change = { what: string; from: string; to: string }

/** The fields of a roster, and what is said about one of its lines. */
export const rowWords = catalogue(
  {
    'field name': 'Name',
    'field firstName': 'First name',
    'field lastName': 'Family name',
    'field email': 'E-mail address',
    'field organisation': 'Organisation',
    'field title': 'Job title',
    'field country': 'Country',
    'field city': 'City',
    'field zone': 'Time zone',
    'field languages': 'Languages',
    'field locale': 'Language of mails',
    'field phone': 'Telephone',
    'field postSince': 'Post since',
    'field authoriserName': 'Authoriser: name',
    'field authoriserEmail': 'Authoriser: e-mail address',
    'field authoriserHours': 'Authoriser: hours a month',
    'field authoriserUntil': 'Authoriser: until when',
    'field post': 'Post',
    refusedNoName: 'There is no name.',
    refusedNoEmail: 'There is no e-mail address.',
    refusedBadEmail: ({ text }: Named) => `${isolate(text)} is not an e-mail address.`,
    refusedSeveralEmails: ({ text }: Named) => `${isolate(text)} holds several addresses. Keep one.`,
    refusedUnknownCountry: ({ text }: Named) =>
      `No country is called ${isolate(text)}. Write its name or its code of two letters.`,
    refusedUnknownZone: ({ text }: Named) =>
      `${isolate(text)} is no time zone. Write one like Africa/Accra, or leave the cell empty.`,
    refusedUnknownLanguage: ({ text }: Named) => `No language is called ${isolate(text)}.`,
    refusedDoubled: ({ text, line }: Named & { line: number }) =>
      `${isolate(text)} is also in line ${line}, which is taken.`,
    refusedTooLong: ({ field }: { field: string }) => `${field}: this is too long.`,
    remarkZoneGuessed: ({ zone }: { zone: string }) => `Time zone by country and city: ${zone}.`,
    remarkZoneUnsure: ({ zone, country }: { zone: string; country: string }) =>
      `${country} has several time zones; taken: ${zone}.`,
    remarkZoneOfAgency: ({ zone }: { zone: string }) => `No country and no time zone; taken from your agency: ${zone}.`,
    remarkMailsInOurs: ({ text, language }: Named & { language: string }) =>
      `Mails in ${isolate(text)} are not possible yet; they will be in ${language}.`,
    remarkDayNotRead: ({ text }: Named) => `${isolate(text)} was not understood as a date and is left out.`,
    change: ({ what, from, to }: Change) => `${what}: ${isolate(from)} → ${isolate(to)}`,
    addition: ({ what, to }: { what: string; to: string }) => `${what}: ${isolate(to)} (new)`,
  },
  {
    'field name': 'Nom',
    'field firstName': 'Prénom',
    'field lastName': 'Nom de famille',
    'field email': 'Adresse électronique',
    'field organisation': 'Organisation',
    'field title': 'Fonction',
    'field country': 'Pays',
    'field city': 'Ville',
    'field zone': 'Fuseau horaire',
    'field languages': 'Langues',
    'field locale': 'Langue des courriels',
    'field phone': 'Téléphone',
    'field postSince': 'En poste depuis',
    'field authoriserName': 'Autorisation : nom',
    'field authoriserEmail': 'Autorisation : adresse électronique',
    'field authoriserHours': 'Autorisation : heures par mois',
    'field authoriserUntil': 'Autorisation : jusqu’à quand',
    'field post': 'Poste',
    refusedNoName: 'Le nom manque.',
    refusedNoEmail: 'L’adresse électronique manque.',
    refusedBadEmail: ({ text }) => `${isolate(text)} n’est pas une adresse électronique.`,
    refusedSeveralEmails: ({ text }) => `${isolate(text)} contient plusieurs adresses. Gardez-en une.`,
    refusedUnknownCountry: ({ text }) =>
      `Aucun pays ne s’appelle ${isolate(text)}. Écrivez son nom ou son code de deux lettres.`,
    refusedUnknownZone: ({ text }) =>
      `${isolate(text)} n’est pas un fuseau horaire. Écrivez par exemple Africa/Accra, ou laissez la cellule vide.`,
    refusedUnknownLanguage: ({ text }) => `Aucune langue ne s’appelle ${isolate(text)}.`,
    refusedDoubled: ({ text, line }) => `${isolate(text)} figure aussi à la ligne ${line}, qui est retenue.`,
    refusedTooLong: ({ field }) => `${field} : c’est trop long.`,
    remarkZoneGuessed: ({ zone }) => `Fuseau d’après le pays et la ville : ${zone}.`,
    remarkZoneUnsure: ({ zone, country }) => `Plusieurs fuseaux horaires dans ce pays (${country}) ; retenu : ${zone}.`,
    remarkZoneOfAgency: ({ zone }) => `Ni pays ni fuseau horaire ; celui de votre agence est retenu : ${zone}.`,
    remarkMailsInOurs: ({ text, language }) =>
      `Les courriels ne peuvent pas encore être en ${isolate(text)} ; langue retenue : ${language}.`,
    remarkDayNotRead: ({ text }) => `${isolate(text)} n’a pas été compris comme une date et est laissé de côté.`,
    change: ({ what, from, to }) => `${what} : ${isolate(from)} → ${isolate(to)}`,
    addition: ({ what, to }) => `${what} : ${isolate(to)} (nouveau)`,
  },
)
