import type { Locale } from '../platform/i18n/catalogue.ts'
import { addressOf, type HomeOrganisation, type OrganisationKey, organisations } from './organisations.ts'

export type Level = 'basic' | 'working' | 'fluent' | 'native'

/** A peer of the demonstration. A dozen of them feed the tests and previews too. */
export interface CastMember {
  name: string
  email: string
  /** The name of the home organisation. */
  organisation: string
  title: string
  city: string
  country: string
  zone: string
  locale: Locale
  languages: Record<string, Level>
}

const levels: Record<string, Level> = { '1': 'basic', '2': 'working', '3': 'fluent', '4': 'native' }

/** @param languages like 'es4 en3': the code, then 1 basic, 2 working, 3 fluent, 4 native */
function member(home: OrganisationKey, name: string, title: string, locale: Locale, languages: string): CastMember {
  const { name: organisation, city, country, zone }: HomeOrganisation = organisations[home]
  const spoken = languages.split(' ').map((one) => [one.slice(0, -1), levels[one.slice(-1)] ?? 'basic'] as const)
  const email = addressOf(name, 'peers')
  return { name, email, organisation, title, city, country, zone, locale, languages: Object.fromEntries(spoken) }
}

/** Forty-eight peers. Every one of them is invented. */
export const peers = {
  ana: member('valderrama', 'Ana Morales', 'Budget officer', 'en', 'es4 en3'),
  julian: member('valderrama', 'Julián Ospina', 'Data analyst', 'en', 'es4 en2'),
  camila: member('norte', 'Camila Restrepo', 'Programme lead', 'en', 'es4 en3 fr2'),
  kofi: member('kwanda', 'Kofi Mensah', 'Municipal budget analyst', 'en', 'en4'),
  abena: member('kwanda', 'Abena Owusu', 'Public relations officer', 'en', 'en4 fr1'),
  emmanuel: member('volta', 'Emmanuel Tetteh', 'Senior economist', 'en', 'en4 fr2'),
  leila: member('amara', 'Leïla Ben Salah', 'Cheffe du service financier', 'fr', 'ar4 fr3'),
  sami: member('amara', 'Sami Trabelsi', 'Chargé de communication', 'fr', 'ar4 fr3 en2'),
  hichem: member('ouverte', 'Hichem Gharbi', 'Analyste', 'fr', 'ar4 fr3'),
  yasmin: member('zahr', 'Yasmin Haddad', 'Head of participation', 'en', 'ar4 en2'),
  omar: member('zahr', 'Omar Khoury', 'Budget officer', 'en', 'ar4 en2'),
  rania: member('zahr', 'Rania Saleh', 'Gender focal point', 'en', 'ar4 en3 fr2'),
  aoife: member('lee', 'Aoife Byrne', 'Finance communications officer', 'en', 'en4 fr1'),
  declan: member('lee', 'Declan Walsh', 'Head of finance', 'en', 'en4'),
  niamh: member('public', 'Niamh Kelleher', 'Researcher', 'en', 'en4 fr2'),
  amadou: member('samba', 'Amadou Diop', 'Chargé du budget', 'fr', 'fr3 wo4'),
  fatou: member('samba', 'Fatou Ndiaye', 'Responsable de la participation', 'fr', 'fr3 wo4 en2'),
  ibrahima: member('forum', 'Ibrahima Sarr', 'Formateur', 'fr', 'fr4 wo4'),
  luc: member('blanche', 'Luc Tremblay', 'Conseiller en finances', 'fr', 'fr4 en3'),
  genevieve: member('blanche', 'Geneviève Roy', 'Cheffe du budget', 'fr', 'fr4 en2'),
  hannah: member('lakeshore', 'Hannah Fraser', 'Open data lead', 'en', 'en4 fr2'),
  grace: member('naivera', 'Grace Wanjiru', 'Senior budget officer', 'en', 'en3 sw4'),
  peter: member('naivera', 'Peter Otieno', 'Revenue officer', 'en', 'en3 sw4'),
  mary: member('county', 'Mary Achieng', 'Community organiser', 'en', 'en3 sw4'),
  diego: member('alba', 'Diego Fuentes', 'Budget analyst', 'en', 'es4 en2'),
  valentina: member('alba', 'Valentina Rojas', 'Youth officer', 'en', 'es4 en3'),
  ignacio: member('claro', 'Ignacio Paredes', 'Economist', 'en', 'es4 en3'),
  nadia: member('harbour', 'Nadia Mansour', 'Director of citizen service', 'en', 'ar4 en3'),
  karim: member('harbour', 'Karim Sayed', 'Accountant', 'en', 'ar4 en2'),
  hala: member('delta', 'Hala Farouk', 'Planner', 'en', 'ar4 en3 fr2'),
  rahim: member('padma', 'Rahim Chowdhury', 'Accounts officer', 'en', 'bn4 en3'),
  farida: member('padma', 'Farida Begum', 'Ward liaison officer', 'en', 'bn4 en2'),
  nasrin: member('meghna', 'Nasrin Akter', 'Planning assistant', 'en', 'bn4 en2'),
  paola: member('jacinto', 'Paola Andrade', 'Participation officer', 'en', 'es4 en2'),
  esteban: member('jacinto', 'Esteban Cevallos', 'Head of budget', 'en', 'es4 en2'),
  salma: member('zitoun', 'Salma Benjelloun', 'Responsable du budget participatif', 'fr', 'ar4 fr3 en2'),
  mehdi: member('zitoun', 'Mehdi Alaoui', 'Informaticien', 'fr', 'ar4 fr3 en2'),
  rachid: member('atlas', 'Rachid Ouazzani', 'Chef de division', 'fr', 'ar4 fr3'),
  awa: member('lagune', 'Awa Kouassi', 'Chargée de communication', 'fr', 'fr4'),
  serge: member('lagune', 'Serge Kouamé', 'Contrôleur de gestion', 'fr', 'fr4 en2'),
  lucia: member('telmo', 'Lucía Hernández', 'Transparency officer', 'en', 'es4 en3'),
  rodrigo: member('telmo', 'Rodrigo Salinas', 'Budget officer', 'en', 'es4 en2'),
  mariana: member('cuentas', 'Mariana Cruz', 'Designer', 'en', 'es4 en3'),
  adaeze: member('rivers', 'Adaeze Okafor', 'Budget officer', 'en', 'en4'),
  tunde: member('rivers', 'Tunde Bakare', 'Revenue officer', 'en', 'en4'),
  musa: member('desk', 'Musa Ibrahim', 'Analyst', 'en', 'en3 ar2'),
  marisol: member('rosalia', 'Marisol Reyes', 'Budget officer', 'en', 'en3 es2'),
  gabriel: member('visayas', 'Gabriel Santos', 'Campaigner', 'en', 'en3'),
} satisfies Record<string, CastMember>

export type PeerKey = keyof typeof peers
export const peerKeys = Object.keys(peers) as PeerKey[]

/** Who works for the agency. */
export const agencyStaff = {
  marta: { name: 'Marta Lindqvist', email: addressOf('Marta Lindqvist', 'agora-fiscal'), role: 'administrator' },
  youssef: { name: 'Youssef Karimi', email: addressOf('Youssef Karimi', 'agora-fiscal'), role: 'facilitator' },
} as const
