/** What a roster may say beyond the person, as it was written there. Other features may use it. */
export interface RosterExtra {
  authoriserName: string
  authoriserEmail: string
  authoriserHours: string
  authoriserUntil: string
}
