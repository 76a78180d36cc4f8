import type { Locale } from '../platform/i18n/catalogue.ts'

/** An invented home organisation in a real place, and who lends its people's time. */
export interface HomeOrganisation {
  name: string
  city: string
  country: string
  zone: string
  head: { name: string; title: string; email: string; locale: Locale }
}

function home(name: string, city: string, country: string, zone: string, locale: Locale, head: string, title: string) {
  return { name, city, country, zone, head: { name: head, title, email: addressOf(head, 'offices'), locale } }
}

/** 'Leïla Ben Salah' at peers is leila.ben.salah@peers.example. */
export function addressOf(name: string, place: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return `${plain.replace(/[^a-z]+/g, '.')}@${place}.example`
}

/** Thirty-one organisations in seventeen countries. None of them exists. */
export const organisations = {
  valderrama: home(
    'Alcaldía de Valderrama',
    'Medellín',
    'CO',
    'America/Bogota',
    'en',
    'Teresa Arango',
    'Secretary of Finance',
  ),
  norte: home('Veeduría Fiscal del Norte', 'Bogotá', 'CO', 'America/Bogota', 'en', 'Hernán Cuesta', 'Director'),
  kwanda: home(
    'Kwanda Metropolitan Assembly',
    'Kumasi',
    'GH',
    'Africa/Accra',
    'en',
    'Akosua Frimpong',
    'Coordinating Director',
  ),
  volta: home('Volta Shore Budget Office', 'Accra', 'GH', 'Africa/Accra', 'en', 'Nii Laryea', 'Head of Office'),
  amara: home('Commune de Sidi Amara', 'Sfax', 'TN', 'Africa/Tunis', 'fr', 'Monia Chaabane', 'Secrétaire générale'),
  ouverte: home('Agence du budget ouvert', 'Tunis', 'TN', 'Africa/Tunis', 'fr', 'Riadh Mestiri', 'Directeur'),
  zahr: home('Municipality of Wadi Zahr', 'Amman', 'JO', 'Asia/Amman', 'en', 'Samir Nasser', 'Director of Finance'),
  lee: home('Leeside Valley Council', 'Cork', 'IE', 'Europe/Dublin', 'en', 'Orla Fitzgerald', 'Chief Executive'),
  public: home('Institute for Public Money', 'Dublin', 'IE', 'Europe/Dublin', 'en', 'Conor Hayes', 'Director'),
  samba: home('Ville de Keur Samba', 'Thiès', 'SN', 'Africa/Dakar', 'fr', 'Aminata Faye', 'Secrétaire municipale'),
  forum: home('Forum des finances locales', 'Dakar', 'SN', 'Africa/Dakar', 'fr', 'Ousmane Sy', 'Directeur exécutif'),
  blanche: home('Ville de Rivière-Blanche', 'Gatineau', 'CA', 'America/Toronto', 'fr', 'Sylvie Gagnon', 'Trésorière'),
  lakeshore: home('Lakeshore Region Treasury', 'Toronto', 'CA', 'America/Toronto', 'en', 'Martin Pell', 'Treasurer'),
  naivera: home(
    'Naivera County Treasury',
    'Nakuru',
    'KE',
    'Africa/Nairobi',
    'en',
    'Joseph Kiprono',
    'County Executive for Finance',
  ),
  county: home('Open County Forum', 'Nairobi', 'KE', 'Africa/Nairobi', 'en', 'Wambui Njeri', 'Coordinator'),
  alba: home(
    'Municipalidad de Puerto Alba',
    'Valparaíso',
    'CL',
    'America/Santiago',
    'en',
    'Loreto Sáez',
    'Municipal Administrator',
  ),
  claro: home('Centro Presupuesto Claro', 'Santiago', 'CL', 'America/Santiago', 'en', 'Pablo Iturra', 'Director'),
  harbour: home(
    'Eastern Harbour Governorate',
    'Alexandria',
    'EG',
    'Africa/Cairo',
    'en',
    'Mona Shafik',
    'Under-Secretary',
  ),
  delta: home('Delta Planning Office', 'Tanta', 'EG', 'Africa/Cairo', 'en', 'Tarek Anwar', 'Head of Planning'),
  padma: home(
    'Padma North City Corporation',
    'Dhaka',
    'BD',
    'Asia/Dhaka',
    'en',
    'Shirin Sultana',
    'Chief Accounts Officer',
  ),
  meghna: home('Meghna District Council', 'Chattogram', 'BD', 'Asia/Dhaka', 'en', 'Anwar Hossain', 'Chief Executive'),
  jacinto: home(
    'Municipio de San Jacinto del Valle',
    'Quito',
    'EC',
    'America/Guayaquil',
    'en',
    'Ximena Robles',
    'Director of Planning',
  ),
  zitoun: home(
    'Commune d’Aïn Zitoun',
    'Fès',
    'MA',
    'Africa/Casablanca',
    'fr',
    'Abdellah Tazi',
    'Directeur général des services',
  ),
  atlas: home(
    'Région de l’Atlas intérieur',
    'Béni Mellal',
    'MA',
    'Africa/Casablanca',
    'fr',
    'Naïma Berrada',
    'Directrice des finances',
  ),
  lagune: home(
    'Mairie de Grande-Lagune',
    'Abidjan',
    'CI',
    'Africa/Abidjan',
    'fr',
    'Adjoua Konan',
    'Secrétaire générale',
  ),
  telmo: home('Ayuntamiento de San Telmo', 'Puebla', 'MX', 'America/Mexico_City', 'en', 'Arturo Lozano', 'Treasurer'),
  cuentas: home(
    'Laboratorio Cuentas Claras',
    'Mexico City',
    'MX',
    'America/Mexico_City',
    'en',
    'Inés Villalobos',
    'Director',
  ),
  rivers: home(
    'Owena Rivers Local Government',
    'Abeokuta',
    'NG',
    'Africa/Lagos',
    'en',
    'Folake Adeyemi',
    'Head of Administration',
  ),
  desk: home('Fiscal Openness Desk', 'Abuja', 'NG', 'Africa/Lagos', 'en', 'Bello Garba', 'Director'),
  rosalia: home('City of Santa Rosalia', 'Iloilo', 'PH', 'Asia/Manila', 'en', 'Teodoro Lim', 'City Administrator'),
  visayas: home('Visayas Budget Watch', 'Cebu', 'PH', 'Asia/Manila', 'en', 'Corazon Uy', 'Director'),
} satisfies Record<string, HomeOrganisation>

export type OrganisationKey = keyof typeof organisations
