import { catalogue } from '../../platform/i18n/catalogue.ts'

/** What staff read: the initiative's pages, its roster, and each peer's part in it. */
export const words = catalogue(
  {
    'tab today': 'Today',
    'tab people': 'People',
    'tab matching': 'Matching',
    'tab connections': 'Connections',
    'tab authority': 'Authority',
    'tab setup': 'Setup',
    'channel video': 'Video call in the browser',
    'channel phone': 'Telephone',
    'channel messenger': 'Messenger such as WhatsApp',
    'channel email': 'E-mail',
    'channel guest': 'Teams or Zoom as a guest',
  },
  {
    'tab today': 'Aujourd’hui',
    'tab people': 'Personnes',
    'tab matching': 'Appariement',
    'tab connections': 'Liens',
    'tab authority': 'Mandats',
    'tab setup': 'Réglages',
    'channel video': 'Appel vidéo dans le navigateur',
    'channel phone': 'Téléphone',
    'channel messenger': 'Messagerie comme WhatsApp',
    'channel email': 'Courriel',
    'channel guest': 'Teams ou Zoom comme invité',
  },
)
