-- What every feature rests on: mail as rows, signed links, the audit trail, answered forms, uploaded files.

create table agencies (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  locale text not null default 'en',
  zone text not null default 'UTC',
  is_demonstration boolean not null default false,
  created_at timestamptz not null
);

create table mails (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid references agencies (id),
  kind text not null,
  effect_key text unique,
  to_address text not null,
  to_name text not null default '',
  locale text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  calendar_method text,
  calendar_text text,
  message_id text not null unique,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'kept')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  claimed_at timestamptz,
  sent_at timestamptz,
  last_error text,
  created_at timestamptz not null
);
create index mails_due on mails (next_attempt_at) where state in ('queued', 'sending');
create index mails_by_agency on mails (agency_id, created_at desc);
create index mails_with_codes on mails (to_address, created_at) where kind = 'sign-in.code';

create table links (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  token_hash bytea not null unique,
  purpose text not null,
  person_id uuid,
  subject_id uuid,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  spent_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null
);
create index links_by_subject on links (purpose, subject_id);
create index links_by_person on links (person_id);

create table audit_events (
  id bigint generated always as identity primary key,
  agency_id uuid references agencies (id),
  initiative_id uuid,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'peer', 'authoriser', 'system', 'operator')),
  actor_id uuid,
  actor_name text not null,
  verb text not null,
  subject_kind text not null,
  subject_id uuid,
  details jsonb not null default '{}'
);
create index audit_by_agency on audit_events (agency_id, id desc);
create index audit_by_verb on audit_events (agency_id, verb, id desc);
create index audit_by_subject on audit_events (subject_kind, subject_id, id desc);

create table answered_forms (
  key text primary key,
  who text not null,
  path text not null,
  body_hash bytea not null,
  location text,
  status integer,
  answered_at timestamptz not null
);
create index answered_forms_by_age on answered_forms (answered_at);

create table files (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 bytea not null,
  created_at timestamptz not null
);

create table installation (
  name text primary key,
  value jsonb not null
);
