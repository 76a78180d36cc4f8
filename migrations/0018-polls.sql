-- 'Find a time among these', for people outside any connection: they are no persons, and are forgotten after a while.

create table polls (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null references initiatives (id),
  title text not null,
  note text not null default '',
  minutes integer not null check (minutes between 10 and 480),
  place text not null default '',
  -- The zone in which the organiser typed the times; each reader sees them in their own beside it.
  zone text not null,
  -- The language of mails to those who have not chosen one yet.
  locale text not null,
  shows_names boolean not null,
  answer_by_on date not null,
  state text not null default 'open' check (state in ('open', 'closed', 'decided')),
  closed_at timestamptz,
  -- What was decided; null while nothing is. A time decided anew after it was taken back is another calendar entry.
  starts_at timestamptz,
  uid text,
  sequence integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((state = 'decided') = (starts_at is not null and uid is not null)),
  check ((state = 'open') = (closed_at is null))
);
create index polls_by_initiative on polls (initiative_id, created_at);
create index polls_open on polls (answer_by_on) where state = 'open';

create table poll_times (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  poll_id uuid not null references polls (id) on delete cascade,
  starts_at timestamptz not null,
  unique (poll_id, starts_at)
);

-- Who was invited or answered. Two of one name are two.
create table poll_people (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  poll_id uuid not null references polls (id) on delete cascade,
  name text not null default '',
  email text not null default '',
  zone text not null,
  locale text not null,
  invited_at timestamptz,
  reminded_at timestamptz,
  answered_at timestamptz,
  -- The form by which somebody answered through the shared link, as a hash: sent twice it is one answer.
  form_key_hash bytea,
  -- The calendar entry they were last told of; null where their calendar holds none of ours.
  told_uid text,
  created_at timestamptz not null,
  unique (poll_id, form_key_hash)
);
create index poll_people_by_poll on poll_people (poll_id, created_at);

create table poll_answers (
  agency_id uuid not null references agencies (id),
  poll_person_id uuid not null references poll_people (id) on delete cascade,
  poll_time_id uuid not null references poll_times (id) on delete cascade,
  answer text not null check (answer in ('yes', 'maybe', 'no')),
  primary key (poll_person_id, poll_time_id)
);
create index poll_answers_by_time on poll_answers (poll_time_id);
