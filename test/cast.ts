/** A dozen peers in several zones and languages, who feed tests, previews and the demonstration. */
export interface CastMember {
  name: string
  email: string
  organisation: string
  city: string
  country: string
  zone: string
  locale: 'en' | 'fr'
  languages: Record<string, 'basic' | 'working' | 'fluent' | 'native'>
}

const member = (
  name: string,
  organisation: string,
  city: string,
  country: string,
  zone: string,
  locale: 'en' | 'fr',
  languages: CastMember['languages'],
): CastMember => ({ name, email: addressOf(name), organisation, city, country, zone, locale, languages })

function addressOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return `${plain.replace(/[^a-z]+/g, '.')}@peers.example`
}

export const cast = {
  ana: member('Ana Morales', 'Alcaldía de Medellín', 'Medellín', 'CO', 'America/Bogota', 'en', { es: 'native', en: 'fluent' }),
  kofi: member('Kofi Mensah', 'Kumasi Metropolitan Assembly', 'Kumasi', 'GH', 'Africa/Accra', 'en', { en: 'native' }),
  leila: member('Leïla Ben Salah', 'Commune de Sfax', 'Sfax', 'TN', 'Africa/Tunis', 'fr', { ar: 'native', fr: 'fluent' }),
  yasmin: member('Yasmin Haddad', 'Greater Amman Municipality', 'Amman', 'JO', 'Asia/Amman', 'en', { ar: 'native', en: 'working' }),
  aoife: member('Aoife Byrne', 'Cork City Council', 'Cork', 'IE', 'Europe/Dublin', 'en', { en: 'native', fr: 'basic' }),
  amadou: member('Amadou Diop', 'Ville de Thiès', 'Thiès', 'SN', 'Africa/Dakar', 'fr', { fr: 'fluent', wo: 'native' }),
  luc: member('Luc Tremblay', 'Ville de Gatineau', 'Gatineau', 'CA', 'America/Toronto', 'fr', { fr: 'native', en: 'fluent' }),
  grace: member('Grace Wanjiru', 'Nakuru County Treasury', 'Nakuru', 'KE', 'Africa/Nairobi', 'en', { en: 'fluent', sw: 'native' }),
  diego: member('Diego Fuentes', 'Municipalidad de Valparaíso', 'Valparaíso', 'CL', 'America/Santiago', 'en', { es: 'native', en: 'working' }),
  nadia: member('Nadia Mansour', 'Alexandria Governorate', 'Alexandria', 'EG', 'Africa/Cairo', 'en', { ar: 'native', en: 'fluent' }),
  rahim: member('Rahim Chowdhury', 'Dhaka North City Corporation', 'Dhaka', 'BD', 'Asia/Dhaka', 'en', { bn: 'native', en: 'fluent' }),
  paola: member('Paola Andrade', 'Municipio de Quito', 'Quito', 'EC', 'America/Guayaquil', 'en', { es: 'native', en: 'working' }),
} satisfies Record<string, CastMember>
