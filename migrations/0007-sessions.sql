-- Times proposed and answered, the sessions that came of them, and what each peer said afterwards.

create table time_polls (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  connection_id uuid not null references connections (id),
  attempt integer not null default 1,
  minutes integer not null default 45 check (minutes between 10 and 480),
  state text not null default 'open' check (state in ('open', 'decided', 'unanswered', 'withdrawn')),
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  reminded_at timestamptz,
  session_id uuid
);
create unique index time_polls_one_open on time_polls (connection_id) where state = 'open';
create index time_polls_due on time_polls (answer_by) where state = 'open';

create table time_options (
  id uuid primary key default gen_random_uuid(),
  poll_id uuid not null references time_polls (id) on delete cascade,
  starts_at timestamptz not null,
  burden integer not null,
  unique (poll_id, starts_at)
);

create table time_answers (
  poll_id uuid not null references time_polls (id) on delete cascade,
  person_id uuid not null references persons (id),
  option_ids uuid[] not null,
  answered_at timestamptz not null,
  primary key (poll_id, person_id)
);

create table sessions (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  connection_id uuid not null references connections (id),
  uid text not null unique,
  sequence integer not null default 0,
  state text not null default 'planned' check (state in ('planned', 'held', 'missed', 'cancelled')),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 10 and 480),
  medium text not null default 'video',
  place text not null default '',
  ask_at timestamptz,
  asked_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index sessions_by_connection on sessions (connection_id, starts_at);
create index sessions_to_ask on sessions (ask_at) where asked_at is null and state = 'planned';
alter table time_polls add foreign key (session_id) references sessions (id);
alter table contacts add foreign key (session_id) references sessions (id);

create table session_members (
  session_id uuid not null references sessions (id) on delete cascade,
  person_id uuid not null references persons (id),
  burden integer not null default 0,
  held text check (held in ('yes', 'moved', 'no')),
  held_minutes integer,
  answered_at timestamptz,
  primary key (session_id, person_id)
);
create index session_members_by_person on session_members (person_id);
