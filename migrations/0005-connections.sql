-- A connection is a standing tie of 2 to 8 peers; its agreement, who said what, and every contact.

create table connections (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null references initiatives (id),
  round_id uuid,
  state text not null default 'proposed'
    check (state in ('proposed', 'accepted', 'active', 'quiet', 'paused', 'declined', 'closed')),
  fit integer,
  rhythm_days integer not null check (rhythm_days between 1 and 366),
  medium text not null default 'video',
  review_on date,
  agreement_version integer not null default 1,
  paused_until_on date,
  proposed_at timestamptz not null,
  -- Asking was of no more use: from here on the desk sees the proposal.
  stuck_at timestamptz,
  started_at timestamptz,
  -- The watch counts silence from here: the start, or the end of the last pause.
  watch_from_at timestamptz,
  last_contact_at timestamptz,
  watch_state text not null default 'fresh' check (watch_state in ('fresh', 'amber', 'red', 'lapsed')),
  next_watch_at timestamptz,
  last_touch_at timestamptz,
  closed_at timestamptz,
  close_reason text,
  close_words text not null default ''
);
create index connections_by_initiative on connections (initiative_id, state);
create index connections_to_watch on connections (next_watch_at) where state in ('active', 'quiet');
create index connections_to_resume on connections (paused_until_on) where state = 'paused';

create table connection_members (
  connection_id uuid not null references connections (id) on delete cascade,
  person_id uuid not null references persons (id),
  answer text check (answer in ('yes', 'later', 'no')),
  answer_reason text not null default '',
  answered_at timestamptz,
  next_ask_at timestamptz,
  reminded_at timestamptz,
  asked_again_at timestamptz,
  why text not null default '',
  gives text not null default '',
  wants text not null default '',
  agreed_version integer,
  agreed_at timestamptz,
  burden_points integer not null default 0,
  left_at timestamptz,
  primary key (connection_id, person_id)
);
create index connection_members_by_person on connection_members (person_id);
create index connection_members_to_ask on connection_members (next_ask_at) where next_ask_at is not null;

create table contacts (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  connection_id uuid not null references connections (id),
  session_id uuid,
  happened_at timestamptz not null,
  kind text not null check (kind in ('face_to_face', 'live', 'message')),
  minutes integer not null default 0 check (minutes between 0 and 6000),
  note text not null default '',
  reported_by_kind text not null check (reported_by_kind in ('staff', 'peer')),
  reported_by_id uuid not null,
  reported_at timestamptz not null
);
create index contacts_by_connection on contacts (connection_id, happened_at);
create unique index contacts_one_per_session on contacts (session_id) where session_id is not null;
