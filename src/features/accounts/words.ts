import { catalogue } from '../../platform/i18n/catalogue.ts'

export const words = catalogue(
  {
    initiatives: 'Initiatives',
    staff: 'Staff',
    audit: 'Audit',
    outbox: 'Outbox',
    mailWaits: 'Mail is waiting: no mail server is set, so nothing leaves this system yet.',
    mailWaitsRead: 'Read the waiting mail',
  },
  {
    initiatives: 'Initiatives',
    staff: 'Équipe',
    audit: 'Journal',
    outbox: 'Courrier sortant',
    mailWaits: 'Du courrier attend : aucun serveur de messagerie n’est réglé, rien ne quitte donc encore ce système.',
    mailWaitsRead: 'Lire le courrier en attente',
  },
)
