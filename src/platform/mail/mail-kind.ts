/** What a mail is about: the thing and what is said of it. Each has words in both languages (see `kindWords`). */
export type MailKind =
  | 'agreement.changed'
  | `authority.${'renewed' | 'report'}`
  | `choice.${'ask' | 'remind'}`
  | `connection.${'leave' | 'nudge' | 'on' | 'pause' | 'reopen' | 'resume' | 'thanks'}`
  | 'home.link'
  | `meeting.${'attended' | 'cancelled' | 'coming' | 'invite' | 'left' | 'moved' | 'nudge' | 'offered' | 'outcome' | 'remind' | 'waiting'}`
  | `poll.${'changed' | 'decided' | 'invite' | 'moved' | 'off' | 'own' | 'remind'}`
  | `profile.${'invite' | 'remind' | 'welcome-back'}`
  | `proposal.${'again' | 'ask' | 'off' | 'remind'}`
  | `series.${'ask' | 'remind'}`
  | `session.${'back' | 'cancel' | 'checkin' | 'counter' | 'link' | 'move' | 'out' | 'plan' | 'stay'}`
  | 'sign-in.code'
  | 'staff.invite'
  | `times.${'ask' | 'remind'}`
