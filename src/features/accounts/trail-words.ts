import { catalogue } from '../../platform/i18n/catalogue.ts'

const verbs = catalogue(
  {
    'account.change': 'Changed their account',
    'agency.change': 'Changed the agency’s name, language or zone',
    'agency.create': 'Made the agency',
    'mail.retry': 'Had a mail tried again',
    'passkey.add': 'Added a passkey',
    'passkey.remove': 'Removed a passkey',
    'session.end': 'Ended one of their sign-ins',
    'session.link': 'Printed a sign-in link',
    'session.start': 'Signed in',
    'session.stop': 'Signed out',
    'staff.deactivate': 'Took somebody’s access away',
    'staff.invite': 'Invited somebody to the staff',
    'staff.reactivate': 'Let somebody in again',
    'staff.role': 'Changed somebody’s role',
  },
  {
    'account.change': 'A modifié son compte',
    'agency.change': 'A modifié le nom, la langue ou le fuseau de l’agence',
    'agency.create': 'A créé l’agence',
    'mail.retry': 'A fait réessayer un courriel',
    'passkey.add': 'A ajouté une clé d’accès',
    'passkey.remove': 'A retiré une clé d’accès',
    'session.end': 'A fermé une de ses connexions',
    'session.link': 'A affiché un lien de connexion',
    'session.start': 'S’est connecté',
    'session.stop': 'S’est déconnecté',
    'staff.deactivate': 'A retiré l’accès à quelqu’un',
    'staff.invite': 'A invité quelqu’un dans l’équipe',
    'staff.reactivate': 'A rouvert l’accès à quelqu’un',
    'staff.role': 'A modifié le rôle de quelqu’un',
  },
)

const kinds = catalogue(
  { 'sign-in.code': 'Sign-in code', 'staff.invite': 'Invitation to the staff' },
  { 'sign-in.code': 'Code de connexion', 'staff.invite': 'Invitation dans l’équipe' },
)

/** What a verb of the audit trail says to a reader; a verb nobody has put into words stands as it is. */
export function verbWords(locale: string, verb: string): string {
  const known: Record<string, string> = verbs(locale)
  return known[verb] ?? verb
}

/** What kind of mail this is, in words. */
export function kindWords(locale: string, kind: string): string {
  const known: Record<string, string> = kinds(locale)
  return known[kind] ?? kind
}
