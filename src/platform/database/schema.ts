// Written by `npm run schema` from the migrated database: change the migrations, not this file.

import type { ColumnType } from 'kysely'

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[]

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>

export type Json = JsonValue

export type JsonArray = JsonValue[]

export type JsonObject = {
  [x: string]: JsonValue | undefined
}

export type JsonPrimitive = boolean | number | string | null

export type JsonValue = JsonArray | JsonObject | JsonPrimitive

export interface Activities {
  agency_id: string
  answer_by: Temporal.Instant | null
  attendance_asked_at: Temporal.Instant | null
  created_at: Temporal.Instant
  id: Generated<string>
  initiative_id: string
  languages: Generated<string[]>
  link: Generated<string>
  minutes: Generated<number>
  mode: Generated<string>
  most_party: Generated<number>
  names_shown: Generated<boolean>
  not_after_on: Temporal.PlainDate | null
  not_before_on: Temporal.PlainDate | null
  notes: Generated<string>
  notes_sent_at: Temporal.Instant | null
  nudged_at: Temporal.Instant | null
  online_capacity: number | null
  opened_at: Temporal.Instant | null
  place: Generated<string>
  purpose: Generated<string>
  reminded_at: Temporal.Instant | null
  room_capacity: number | null
  season_id: string | null
  starts_at: Temporal.Instant | null
  state: Generated<string>
  telephone: Generated<string>
  title: string
  tool: string
  zone: Generated<string>
}

export interface ActivityAgenda {
  activity_id: string
  agency_id: string
  id: Generated<string>
  minutes: number
  position: number
  title: string
  who: Generated<string>
}

export interface ActivityDecisions {
  activity_id: string
  agency_id: string
  by_on: Temporal.PlainDate | null
  id: Generated<string>
  position: number
  what: string
  who: Generated<string>
}

export interface ActivityPlaces {
  activity_id: string
  agency_id: string
  answered_at: Temporal.Instant | null
  attended: boolean | null
  attended_at: Temporal.Instant | null
  attended_said_by: string | null
  companions: Generated<string>
  how: string | null
  invited_at: Temporal.Instant
  keep_until: Temporal.Instant | null
  party_size: Generated<number>
  passed_over: Generated<number>
  person_id: string
  queue_number: number | null
  state: Generated<string>
}

export interface ActivityRequired {
  activity_id: string
  agency_id: string
  person_id: string
}

export interface Agencies {
  created_at: Temporal.Instant
  id: Generated<string>
  is_demonstration: Generated<boolean>
  locale: Generated<string>
  name: string
  zone: Generated<string>
}

export interface AnsweredForms {
  answered_at: Temporal.Instant
  body_hash: Buffer
  key: string
  location: string | null
  path: string
  status: number | null
  who: string
}

export interface Attendances {
  attended: Generated<boolean>
  engagement_id: string
  person_id: string
}

export interface AuditEvents {
  actor_id: string | null
  actor_kind: string
  actor_name: string
  agency_id: string | null
  at: Temporal.Instant
  details: Generated<Json>
  id: Generated<number>
  initiative_id: string | null
  subject_id: string | null
  subject_kind: string
  verb: string
}

export interface AuthAccounts {
  access_token: string | null
  access_token_expires_at: Temporal.Instant | null
  account_id: string
  created_at: Generated<Temporal.Instant>
  id: Generated<string>
  id_token: string | null
  password: string | null
  provider_id: string
  refresh_token: string | null
  refresh_token_expires_at: Temporal.Instant | null
  scope: string | null
  updated_at: Generated<Temporal.Instant>
  user_id: string
}

export interface Authorities {
  agency_id: string
  authoriser_email: string
  authoriser_name: string
  authoriser_title: Generated<string>
  created_at: Temporal.Instant
  ended_at: Temporal.Instant | null
  ends_on: Temporal.PlainDate
  hours_per_month: number
  id: Generated<string>
  initiative_id: string
  locale: Generated<string>
  organisation_id: string | null
  person_id: string
  starts_on: Temporal.PlainDate
  updated_at: Temporal.Instant
}

export interface AuthorityReports {
  agency_id: string
  answer: string | null
  answer_hours: number | null
  answer_note: Generated<string>
  answer_until_on: Temporal.PlainDate | null
  answered_at: Temporal.Instant | null
  authority_id: string
  content: Json
  id: Generated<string>
  note: Generated<string>
  sent_at: Temporal.Instant
  sent_by: string | null
  settled_at: Temporal.Instant | null
}

export interface AuthPasskeys {
  aaguid: string | null
  backed_up: boolean
  counter: number
  created_at: Generated<Temporal.Instant | null>
  credential_id: string
  device_type: string
  id: Generated<string>
  name: string | null
  public_key: string
  transports: string | null
  user_id: string
}

export interface AuthSessions {
  created_at: Generated<Temporal.Instant>
  expires_at: Temporal.Instant
  id: Generated<string>
  ip_address: string | null
  token: string
  updated_at: Generated<Temporal.Instant>
  user_agent: string | null
  user_id: string
}

export interface AuthUsers {
  created_at: Generated<Temporal.Instant>
  email: string
  email_verified: Generated<boolean>
  id: Generated<string>
  image: string | null
  name: string
  updated_at: Generated<Temporal.Instant>
}

export interface AuthVerifications {
  created_at: Generated<Temporal.Instant>
  expires_at: Temporal.Instant
  id: Generated<string>
  identifier: string
  updated_at: Generated<Temporal.Instant>
  value: string
}

export interface Availabilities {
  agency_id: string
  before: Json | null
  minutes_per_month: number | null
  person_id: string
  said_at: Temporal.Instant
  sessions_per_week: number | null
  takes_holidays: Generated<boolean>
  week: string | null
  weekend_days: number[] | null
}

export interface AvailabilityExceptions {
  agency_id: string
  created_at: Temporal.Instant
  ends_on: Temporal.PlainDate
  id: Generated<string>
  level: number
  person_id: string
  starts_on: Temporal.PlainDate
}

export interface BusyTimes {
  agency_id: string
  ends_at: Temporal.Instant
  source_id: string
  starts_at: Temporal.Instant
}

export interface CalendarSources {
  agency_id: string
  created_at: Temporal.Instant
  failures: Generated<number>
  host: string
  id: Generated<string>
  kind: string
  last_error: string | null
  next_read_at: Temporal.Instant
  person_id: string
  read_at: Temporal.Instant | null
  sealed: string
}

export interface ConnectionMembers {
  agreed_at: Temporal.Instant | null
  agreed_version: number | null
  answer: string | null
  answer_reason: Generated<string>
  answered_at: Temporal.Instant | null
  asked_again_at: Temporal.Instant | null
  burden_points: Generated<number>
  connection_id: string
  gives: Generated<string>
  left_at: Temporal.Instant | null
  next_ask_at: Temporal.Instant | null
  person_id: string
  reminded_at: Temporal.Instant | null
  wants: Generated<string>
  why: Generated<string>
}

export interface Connections {
  agency_id: string
  agreement_version: Generated<number>
  close_reason: string | null
  close_words: Generated<string>
  closed_at: Temporal.Instant | null
  fit: number | null
  id: Generated<string>
  initiative_id: string
  last_contact_at: Temporal.Instant | null
  last_touch_at: Temporal.Instant | null
  medium: Generated<string>
  next_watch_at: Temporal.Instant | null
  paused_until_on: Temporal.PlainDate | null
  proposed_at: Temporal.Instant
  review_on: Temporal.PlainDate | null
  rhythm_days: number
  round_id: string | null
  started_at: Temporal.Instant | null
  state: Generated<string>
  stuck_at: Temporal.Instant | null
  watch_from_at: Temporal.Instant | null
  watch_state: Generated<string>
}

export interface Contacts {
  agency_id: string
  connection_id: string
  happened_at: Temporal.Instant
  id: Generated<string>
  kind: string
  minutes: Generated<number>
  note: Generated<string>
  reported_at: Temporal.Instant
  reported_by_id: string
  reported_by_kind: string
  session_id: string | null
}

export interface DeskCalls {
  agency_id: string
  connection_id: string
  id: Generated<string>
  note: string
  noted_at: Temporal.Instant
  noted_by: string | null
}

export interface DeskSnoozes {
  agency_id: string
  initiative_id: string
  row_key: string
  until_at: Temporal.Instant
}

export interface Engagements {
  agency_id: string
  created_at: Temporal.Instant
  ends_on: Temporal.PlainDate
  id: Generated<string>
  initiative_id: string
  link: Generated<string>
  place: Generated<string>
  starts_on: Temporal.PlainDate
  title: string
}

export interface Files {
  agency_id: string
  bytes: number
  created_at: Temporal.Instant
  id: Generated<string>
  media_type: string
  name: string
  sha256: Buffer
}

export interface Initiatives {
  agency_id: string
  amber_factor: Generated<number>
  created_at: Temporal.Instant
  id: Generated<string>
  languages: Generated<string[]>
  lapsed_factor: Generated<number>
  purpose: Generated<string>
  red_factor: Generated<number>
  rhythm_days: Generated<number>
  title: string
}

export interface Installation {
  name: string
  value: Json
}

export interface Links {
  agency_id: string
  created_at: Temporal.Instant
  expires_at: Temporal.Instant
  id: Generated<string>
  last_used_at: Temporal.Instant | null
  person_id: string | null
  purpose: string
  revoked_at: Temporal.Instant | null
  spent_at: Temporal.Instant | null
  staff_id: string | null
  subject_id: string | null
  token_hash: Buffer
}

export interface Mails {
  agency_id: string | null
  attempts: Generated<number>
  body_html: string
  body_text: string
  calendar_method: string | null
  calendar_text: string | null
  claimed_at: Temporal.Instant | null
  created_at: Temporal.Instant
  effect_key: string | null
  id: Generated<string>
  kind: string
  last_error: string | null
  locale: string
  message_id: string
  next_attempt_at: Temporal.Instant
  reply_to: string | null
  sent_at: Temporal.Instant | null
  state: Generated<string>
  subject: string
  to_address: string
  to_name: Generated<string>
}

export interface MatchingAsked {
  answered_at: Temporal.Instant | null
  asked_at: Temporal.Instant
  person_id: string
  remind_at: Temporal.Instant | null
  reminded_at: Temporal.Instant | null
  round_id: string
}

export interface MatchingChoices {
  answer: string | null
  other_person_id: string
  person_id: string
  place: number | null
  round_id: string
  why: Generated<string>
}

export interface MatchingLeftOut {
  nearest: Generated<Json>
  person_id: string
  reason: string
  round_id: string
}

export interface MatchingNeeds {
  created_at: Temporal.Instant
  kind: string
  person_id: string
  round_id: string
  value: string
}

export interface MatchingParticipants {
  capacity: number | null
  person_id: string
  round_id: string
  takes_part: boolean | null
}

export interface MatchingProposals {
  fit: number
  id: Generated<string>
  parts: Json
  person_ids: string[]
  round_id: string
}

export interface MatchingRounds {
  agency_id: string
  allow_connected: Generated<boolean>
  allow_reporting_line: Generated<boolean>
  allow_same_organisation: Generated<boolean>
  answer_by_on: Temporal.PlainDate | null
  changes: Json | null
  contact: Generated<string>
  counted_from: string | null
  created_at: Temporal.Instant
  group_least: Generated<number>
  group_most: Generated<number>
  id: Generated<string>
  initiative_id: string
  kind: Generated<string>
  pairs_worth: number | null
  published_at: Temporal.Instant | null
  purpose: Generated<string>
  revision: Generated<number>
  solved_at: Temporal.Instant | null
  starts_on: Temporal.PlainDate | null
  state: Generated<string>
  takes_everybody: Generated<boolean>
  title: string
  weights: Json
}

export interface MatchingRules {
  created_at: Temporal.Instant
  first_person_id: string
  kind: string
  round_id: string
  second_person_id: string
}

export interface MatchingSteps {
  after: Json | null
  before: Json | null
  done_at: Temporal.Instant
  people: Json
  revision: number
  round_id: string
  staff_id: string | null
  standing: string
  verb: string
}

export interface Merges {
  agency_id: string
  id: Generated<string>
  kept_id: string
  merged_at: Temporal.Instant
  merged_id: string
  moved: Json
  undone_at: Temporal.Instant | null
}

export interface Organisations {
  agency_id: string
  city: Generated<string>
  country: string | null
  created_at: Temporal.Instant
  id: Generated<string>
  kind: string | null
  name: string
  size: string | null
}

export interface ParticipationRatherNots {
  participation_id: string
  person_id: string
}

export interface Participations {
  agency_id: string
  answered_at: Temporal.Instant | null
  capacity: Generated<number>
  channels: Generated<string[]>
  created_at: Temporal.Instant
  expected_months: number | null
  hours_per_month: number | null
  id: Generated<string>
  initiative_id: string
  invited_at: Temporal.Instant | null
  paused_until_on: Temporal.PlainDate | null
  person_id: string
  problem: Generated<string>
  problem_topic_id: string | null
  reminded_at: Temporal.Instant | null
  report_consent_at: Temporal.Instant | null
  state: Generated<string>
  updated_at: Temporal.Instant
}

export interface ParticipationTopics {
  kind: string
  participation_id: string
  topic_id: string
}

export interface ParticipationWishes {
  participation_id: string
  person_id: string
}

export interface PersonDistinctions {
  agency_id: string
  created_at: Temporal.Instant
  first_person_id: string
  second_person_id: string
}

export interface PersonLanguages {
  language: string
  level: string
  person_id: string
}

export interface Persons {
  agency_id: string
  city: Generated<string>
  country: string | null
  created_at: Temporal.Instant
  email: string
  id: Generated<string>
  locale: Generated<string>
  merged_at: Temporal.Instant | null
  merged_into_id: string | null
  name: string
  note: Generated<string>
  phone: Generated<string>
  updated_at: Temporal.Instant
  zone: Generated<string>
}

export interface PlannedSessions {
  activity_id: string | null
  agency_id: string
  burdens: Generated<Json>
  connection_id: string | null
  invite_at: Temporal.Instant | null
  is_changed: Generated<boolean>
  is_pinned: Generated<boolean>
  missing: Generated<string[]>
  number: number
  plan_id: string
  reason: Json | null
  series_id: Generated<string>
  session_id: string | null
  starts_at: Temporal.Instant | null
}

export interface PlanSteps {
  after: Json | null
  agency_id: string
  before: Json | null
  done_at: Temporal.Instant
  plan_id: string
  revision: number
  staff_id: string | null
  standing: string
  verb: string
}

export interface PollAnswers {
  agency_id: string
  answer: string
  poll_person_id: string
  poll_time_id: string
}

export interface PollPeople {
  agency_id: string
  answered_at: Temporal.Instant | null
  created_at: Temporal.Instant
  email: Generated<string>
  form_key_hash: Buffer | null
  id: Generated<string>
  invited_at: Temporal.Instant | null
  locale: string
  name: Generated<string>
  poll_id: string
  reminded_at: Temporal.Instant | null
  told_uid: string | null
  zone: string
}

export interface Polls {
  agency_id: string
  answer_by_on: Temporal.PlainDate
  changed_at: Temporal.Instant
  closed_at: Temporal.Instant | null
  created_at: Temporal.Instant
  id: Generated<string>
  initiative_id: string
  locale: string
  minutes: number
  note: Generated<string>
  place: Generated<string>
  sequence: Generated<number>
  shows_names: boolean
  starts_at: Temporal.Instant | null
  state: Generated<string>
  title: string
  uid: string | null
  zone: string
}

export interface PollTimes {
  agency_id: string
  id: Generated<string>
  poll_id: string
  starts_at: Temporal.Instant
}

export interface Posts {
  agency_id: string
  created_at: Temporal.Instant
  ends_on: Temporal.PlainDate | null
  id: Generated<string>
  organisation_id: string
  person_id: string
  reports_to_id: string | null
  starts_on: Temporal.PlainDate | null
  title: Generated<string>
}

export interface ProfileDrafts {
  participation_id: string
  saved_at: Temporal.Instant
  typed: Json
}

export interface ReceivedMails {
  agency_id: string | null
  attempts: Generated<number>
  content: Buffer | null
  content_hash: Buffer
  handled_at: Temporal.Instant | null
  id: Generated<string>
  message_id: string
  outcome: string | null
  received_at: Temporal.Instant
  recipients: Generated<string[]>
}

export interface RosterImports {
  agency_id: string
  created_at: Temporal.Instant
  created_by: string
  file_id: string
  id: Generated<string>
  imported_at: Temporal.Instant | null
  initiative_id: string
  mapping: Generated<Json>
  outcome: Json | null
  state: Generated<string>
}

export interface SeasonPlans {
  agency_id: string
  answer_by_on: Temporal.PlainDate
  certificate: Json | null
  closed_weeks: Generated<ArrayType<Temporal.PlainDate>>
  created_at: Temporal.Instant
  earliest_hour: number
  greatest_gap_days: number | null
  id: Generated<string>
  initiative_id: string
  latest_hour: number
  least_gap_days: number | null
  minutes: number
  published_at: Temporal.Instant | null
  revision: Generated<number>
  run_id: string | null
  run_progress: Json | null
  run_state: Generated<string>
  season_id: string
  sessions_each: number | null
  sharing: string
  state: Generated<string>
  stop_asked_at: Temporal.Instant | null
}

export interface Seasons {
  agency_id: string
  ends_on: Temporal.PlainDate
  id: Generated<string>
  initiative_id: string
  starts_on: Temporal.PlainDate
  title: string
}

export interface SeatingPlaces {
  is_here: Generated<boolean>
  person_id: string
  plan_id: string
  table_number: number | null
}

export interface SeatingPlans {
  based_on_id: string | null
  cause: string
  change_minutes: number
  counts_connections: boolean
  counts_organisations: boolean
  counts_tables: boolean
  id: Generated<string>
  least: number
  made_at: Temporal.Instant
  minutes: number
  most: number
  rounds: number
  seating_id: string
  seed: number
  starts_at: Temporal.Instant
  zone: string
}

export interface Seatings {
  activity_id: string | null
  agency_id: string
  clock_seconds: Generated<number>
  clock_since: Temporal.Instant | null
  created_at: Temporal.Instant
  engagement_id: string | null
  id: Generated<string>
  initiative_id: string
  plan_id: string | null
  removed_at: Temporal.Instant | null
  title: string
}

export interface SeatingTables {
  number: number
  person_ids: string[]
  plan_id: string
  round: number
}

export interface SeriesAsked {
  agency_id: string
  asked_at: Temporal.Instant
  next_reminder_at: Temporal.Instant | null
  person_id: string
  plan_id: string
  reminded_at: Temporal.Instant | null
}

export interface SessionCounterAnswers {
  answered_at: Temporal.Instant
  counter_id: string
  person_id: string
  works: boolean
}

export interface SessionCounters {
  agency_id: string
  asked_at: Temporal.Instant
  declines_otherwise: Generated<boolean>
  id: Generated<string>
  person_id: string
  session_id: string
  starts_at: Temporal.Instant
  state: Generated<string>
}

export interface SessionMembers {
  answered_at: Temporal.Instant | null
  burden: Generated<number>
  during: string | null
  held: string | null
  held_minutes: number | null
  is_optional: Generated<boolean>
  number: Generated<number>
  person_id: string
  place: Generated<string>
  replied_at: Temporal.Instant | null
  reply: string | null
  reply_by: string | null
  session_id: string
}

export interface Sessions {
  activity_id: string | null
  agency_id: string
  ask_at: Temporal.Instant | null
  asked_at: Temporal.Instant | null
  changed_at: Temporal.Instant
  connection_id: string | null
  created_at: Temporal.Instant
  id: Generated<string>
  initiative_id: string
  medium: Generated<string>
  minutes: number
  moved_sequence: Generated<number>
  place: Generated<string>
  sequence: Generated<number>
  starts_at: Temporal.Instant
  state: Generated<string>
  uid: string
  zone: string | null
}

export interface Staff {
  agency_id: string
  created_at: Temporal.Instant
  deactivated_at: Temporal.Instant | null
  id: Generated<string>
  locale: Generated<string>
  role: string
  user_id: string
  zone: Generated<string>
}

export interface TimeAnswers {
  answered_at: Temporal.Instant
  option_ids: string[]
  person_id: string
  poll_id: string
}

export interface TimeOptions {
  burden: number
  id: Generated<string>
  poll_id: string
  starts_at: Temporal.Instant
}

export interface TimePolls {
  agency_id: string
  answer_by: Temporal.Instant
  asked_at: Temporal.Instant
  attempt: Generated<number>
  connection_id: string
  id: Generated<string>
  minutes: Generated<number>
  reminded_at: Temporal.Instant | null
  session_id: string | null
  state: Generated<string>
}

export interface Topics {
  agency_id: string
  id: Generated<string>
  initiative_id: string
  name: string
}

/** Every table, by its name. */
export interface Schema {
  activities: Activities
  activity_agenda: ActivityAgenda
  activity_decisions: ActivityDecisions
  activity_places: ActivityPlaces
  activity_required: ActivityRequired
  agencies: Agencies
  answered_forms: AnsweredForms
  attendances: Attendances
  audit_events: AuditEvents
  auth_accounts: AuthAccounts
  auth_passkeys: AuthPasskeys
  auth_sessions: AuthSessions
  auth_users: AuthUsers
  auth_verifications: AuthVerifications
  authorities: Authorities
  authority_reports: AuthorityReports
  availabilities: Availabilities
  availability_exceptions: AvailabilityExceptions
  busy_times: BusyTimes
  calendar_sources: CalendarSources
  connection_members: ConnectionMembers
  connections: Connections
  contacts: Contacts
  desk_calls: DeskCalls
  desk_snoozes: DeskSnoozes
  engagements: Engagements
  files: Files
  initiatives: Initiatives
  installation: Installation
  links: Links
  mails: Mails
  matching_asked: MatchingAsked
  matching_choices: MatchingChoices
  matching_left_out: MatchingLeftOut
  matching_needs: MatchingNeeds
  matching_participants: MatchingParticipants
  matching_proposals: MatchingProposals
  matching_rounds: MatchingRounds
  matching_rules: MatchingRules
  matching_steps: MatchingSteps
  merges: Merges
  organisations: Organisations
  participation_rather_nots: ParticipationRatherNots
  participation_topics: ParticipationTopics
  participation_wishes: ParticipationWishes
  participations: Participations
  person_distinctions: PersonDistinctions
  person_languages: PersonLanguages
  persons: Persons
  plan_steps: PlanSteps
  planned_sessions: PlannedSessions
  poll_answers: PollAnswers
  poll_people: PollPeople
  poll_times: PollTimes
  polls: Polls
  posts: Posts
  profile_drafts: ProfileDrafts
  received_mails: ReceivedMails
  roster_imports: RosterImports
  season_plans: SeasonPlans
  seasons: Seasons
  seating_places: SeatingPlaces
  seating_plans: SeatingPlans
  seating_tables: SeatingTables
  seatings: Seatings
  series_asked: SeriesAsked
  session_counter_answers: SessionCounterAnswers
  session_counters: SessionCounters
  session_members: SessionMembers
  sessions: Sessions
  staff: Staff
  time_answers: TimeAnswers
  time_options: TimeOptions
  time_polls: TimePolls
  topics: Topics
}
