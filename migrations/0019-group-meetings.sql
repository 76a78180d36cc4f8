-- Large and small group meetings: what they are, who comes, who waits, what is done in which minutes, and what came of it.

alter table activities
  add column purpose text not null default '',
  add column state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'held', 'cancelled')),
  add column starts_at timestamptz,
  add column minutes integer not null default 60 check (minutes between 10 and 480),
  -- The organiser's zone: the wall clock of the programme.
  add column zone text not null default 'UTC',
  add column mode text not null default 'online' check (mode in ('online', 'room', 'hybrid')),
  add column place text not null default '',
  -- Seats; null is no limit.
  add column room_capacity integer check (room_capacity > 0),
  add column online_capacity integer check (online_capacity > 0),
  add column link text not null default '',
  add column telephone text not null default '',
  add column languages text[] not null default '{}',
  add column answer_by timestamptz,
  -- How many may come on one answer.
  add column most_party integer not null default 1 check (most_party between 1 and 20),
  add column names_shown boolean not null default false,
  -- What was said, as the facilitator wrote it.
  add column notes text not null default '',
  add column opened_at timestamptz,
  add column nudged_at timestamptz,
  add column reminded_at timestamptz,
  add column attendance_asked_at timestamptz,
  add column notes_sent_at timestamptz,
  add check (state in ('draft', 'cancelled') or starts_at is not null);
create index activities_to_come on activities (starts_at) where state in ('open', 'closed');

-- One person's place, with whoever comes along.
create table activity_places (
  agency_id uuid not null references agencies (id),
  activity_id uuid not null references activities (id),
  person_id uuid not null references persons (id),
  state text not null default 'asked' check (state in ('asked', 'coming', 'waiting', 'offered', 'declined', 'left')),
  how text check (how in ('room', 'online')),
  party_size integer not null default 1 check (party_size between 1 and 20),
  companions text not null default '',
  -- The place in the queue while waiting: the smaller asked first.
  queue_number integer,
  -- How many parties behind this one were let past because this one did not fit.
  passed_over integer not null default 0,
  -- Until when an offered place is kept; it stays on a place that ran out.
  keep_until timestamptz,
  attended boolean,
  attended_at timestamptz,
  attended_said_by text check (attended_said_by in ('peer', 'staff')),
  invited_at timestamptz not null,
  answered_at timestamptz,
  primary key (activity_id, person_id),
  check (state not in ('coming', 'waiting', 'offered') or how is not null),
  check ((state = 'waiting') = (queue_number is not null))
);
create index activity_places_by_person on activity_places (person_id);
create index activity_places_to_end on activity_places (keep_until) where state = 'offered';

create table activity_agenda (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  activity_id uuid not null references activities (id),
  position integer not null,
  title text not null,
  minutes integer not null check (minutes between 1 and 480),
  who text not null default '',
  unique (activity_id, position)
);

create table activity_decisions (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  activity_id uuid not null references activities (id),
  position integer not null,
  what text not null,
  who text not null default '',
  by_on date,
  unique (activity_id, position)
);

-- Where this member finds the session: the room for those in it, the link for those at a distance.
alter table session_members add column place text not null default '';

-- Tables are filled at a group meeting too.
alter table seatings
  alter column engagement_id drop not null,
  add column activity_id uuid references activities (id),
  add check (num_nonnulls(engagement_id, activity_id) = 1);
create index seatings_by_activity on seatings (activity_id) where activity_id is not null;
