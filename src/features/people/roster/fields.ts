import { fold } from '../folding.ts'

/** What a column of a roster can say. The last four are not about the person and are handed on. */
export const rosterFields = [
  'name',
  'firstName',
  'lastName',
  'email',
  'organisation',
  'title',
  'country',
  'city',
  'zone',
  'languages',
  'locale',
  'phone',
  'postSince',
  'authoriserName',
  'authoriserEmail',
  'authoriserHours',
  'authoriserUntil',
] as const
export type RosterField = (typeof rosterFields)[number]

// Folded headings, English | French | some Spanish. One that is listed is sure; the patterns below are for the others.
const synonyms: Record<RosterField, string> = {
  name: 'name/full name/fullname/participant/participant name/name of participant/peer/person/contact/contact name/display name/nom complet/nom et prenom/nom et prenoms/nom prenom/nom prenoms/prenom et nom/prenom nom/nom du participant/participante/nombre completo/nombre y apellido/nombre y apellidos/nom de la personne',
  firstName: 'first name/firstname/given name/given names/forename/first/prenom/prenoms/nombre/nombres',
  lastName: 'last name/lastname/surname/family name/last/nom/nom de famille/apellido/apellidos',
  email:
    'email/e mail/mail/email address/e mail address/mail address/work email/address email/courriel/adresse email/adresse e mail/adresse mail/adresse electronique/adresse courriel/mel/correo/correo electronico/email professionnel',
  organisation:
    'organisation/organization/employer/institution/home organisation/home organization/company/agency/entity/affiliation/municipality/ministry/office/workplace/organisme/structure/employeur/etablissement/administration/collectivite/commune/ministere/entite/organizacion/institucion/entidad',
  title:
    'job title/title/position/post/role/function/job/designation/occupation/fonction/poste/intitule du poste/titre/emploi/profession/qualite/cargo/puesto/funcion',
  country: 'country/nation/country of residence/country name/country code/pays/pays de residence/code pays/pais',
  city: 'city/town/city town/location/place/duty station/ville/localite/lieu/ciudad',
  zone: 'time zone/timezone/tz/zone/iana zone/fuseau/fuseau horaire/zona horaria/huso horario',
  languages:
    'languages/language/spoken languages/languages spoken/working languages/langues/langues parlees/langue/langue s/idiomas/lenguas',
  locale:
    'language of mails/mail language/email language/language of emails/preferred language/language of correspondence/correspondence language/interface language/locale/langue des courriels/langue des mails/langue des messages/langue de correspondance/langue preferee/langue de contact/idioma preferido',
  phone:
    'phone/telephone/tel/mobile/phone number/telephone number/mobile phone/cell/cellphone/whatsapp/whatsapp number/numero de telephone/portable/tel portable/n de telephone/n tel/gsm/telefono/movil/celular',
  postSince:
    'post since/since/in post since/start date/started on/position since/in position since/depuis/en poste depuis/date de prise de poste/date de prise de fonction/prise de fonction/desde',
  authoriserName:
    'authoriser/authorizer/authoriser name/authorizer name/supervisor/supervisor name/manager/line manager/manager name/approver/head of organisation/superieur/superieur hierarchique/nom du superieur/nom du superieur hierarchique/responsable/responsable hierarchique/nom du responsable/autorise par/authorised by/authorized by',
  authoriserEmail:
    'authoriser email/authorizer email/authoriser e mail/authoriser mail/supervisor email/supervisor e mail/manager email/manager e mail/line manager email/email of supervisor/email of authoriser/email du superieur/courriel du superieur/courriel du superieur hierarchique/email du responsable/courriel du responsable/courriel du superieur hierarchique',
  authoriserHours:
    'authorised hours/authorized hours/hours authorised/hours authorized/authoriser hours/hours a month/hours per month/hours month/monthly hours/heures autorisees/heures par mois/heures accordees/heures mensuelles',
  authoriserUntil:
    'authorised until/authorized until/authoriser until/authority until/until/valid until/authority ends/end of authority/autorise jusqu au/autorisation jusqu au/jusqu au/valable jusqu au/fin d autorisation',
}

// For headings in other words. The first that fits counts, so those that hold another's word come before it.
const patterns: [RosterField, RegExp][] = [
  [
    'authoriserEmail',
    /(authori[sz]|supervis|manager|approver|superieur|hierarch|responsable).*(mail|courriel)|(mail|courriel).*(authori[sz]|supervis|manager|superieur|hierarch|responsable)/,
  ],
  [
    'authoriserHours',
    /(hours|heures|horas).*(month|mois|authori[sz]|autoris|mes)|(authori[sz]|autoris).*(hours|heures)/,
  ],
  ['authoriserUntil', /(authori[sz]|autoris).*(until|jusqu|expir|fin)/],
  ['authoriserName', /authori[sz]|supervis|line manager|superieur|hierarch/],
  [
    'locale',
    /(mail|correspond|contact|prefer).*(lang|idioma)|(lang|idioma).*(mail|correspond|contact|courriel|prefer)/,
  ],
  ['email', /\be ?mails?\b|\bcourriel\b|\bcorreo\b/],
  ['languages', /\blang(uage|ue)s?\b|\bidiomas?\b/],
  ['zone', /\btime ?zone\b|\bfuseau\b/],
  ['firstName', /\b(first|given) ?names?\b|\bprenoms?\b/],
  ['lastName', /\b(last|family) ?name\b|\bsurname\b|\bnom de famille\b/],
  [
    'organisation',
    /\borgani[sz]a(tion|cion)\b|\bemploy(er|eur)\b|\binstitu(tion|cion)\b|\borganisme\b|\bstructure\b|\bministr?[ey]/,
  ],
  ['postSince', /\bsince\b|\bdepuis\b|\bprise de (poste|fonction)/],
  ['title', /\b(job|position|designation|fonction|poste|cargo)\b/],
  ['country', /\bcountry\b|\bpays\b|\bpais\b/],
  ['city', /\b(city|town|ville|ciudad)\b/],
  ['phone', /\b(tele?phone|phone|mobile|whatsapp|portable)\b/],
  ['name', /\b(full|participant|delegate|peer)s?\b.*\bnames?\b|\bnames?\b of|\bnom complet\b/],
]

const sure = new Map(
  Object.entries(synonyms).flatMap(([field, names]) =>
    names.split('/').map((name) => [name, field as RosterField] as const),
  ),
)

/** The field a heading names, and whether it says so in a word we know. */
export function fieldOf(heading: string): { field: RosterField; isSure: boolean } | null {
  const folded = fold(heading)
  const known = sure.get(folded)
  if (known) return { field: known, isSure: true }
  const likely = patterns.find(([, pattern]) => pattern.test(folded))
  return likely ? { field: likely[0], isSure: false } : null
}
