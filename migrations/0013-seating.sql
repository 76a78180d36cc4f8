-- Seating the people of a foundational engagement at tables, in rounds in which nobody meets twice where that can be.

create table seatings (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null references initiatives (id),
  engagement_id uuid not null references engagements (id),
  title text not null,
  -- The plan that holds. Earlier ones stay, so that a change can be taken back.
  plan_id uuid,
  -- The timer: seconds gone by until it last began to run, and since when it runs; null while it stands.
  clock_seconds integer not null default 0 check (clock_seconds >= 0),
  clock_since timestamptz,
  removed_at timestamptz,
  created_at timestamptz not null
);
create index seatings_by_engagement on seatings (engagement_id);
create index seatings_by_initiative on seatings (initiative_id);

create table seating_plans (
  id uuid primary key default gen_random_uuid(),
  seating_id uuid not null references seatings (id) on delete cascade,
  based_on_id uuid references seating_plans (id) on delete cascade,
  cause text not null check (cause in ('made', 'settings', 'again', 'lock', 'unlock', 'attendance')),
  seed integer not null,
  rounds integer not null check (rounds between 1 and 20),
  least integer not null check (least between 2 and 30),
  most integer not null check (most between least and 30),
  minutes integer not null check (minutes between 1 and 240),
  change_minutes integer not null check (change_minutes between 0 and 60),
  starts_at timestamptz not null,
  zone text not null,
  counts_tables boolean not null,
  counts_connections boolean not null,
  counts_organisations boolean not null,
  made_at timestamptz not null
);
create index seating_plans_by_seating on seating_plans (seating_id);
create index seating_plans_by_base on seating_plans (based_on_id);
alter table seatings add foreign key (plan_id) references seating_plans (id);

-- Who takes part by a plan, whether they are in the room, and the table they stay at.
create table seating_places (
  plan_id uuid not null references seating_plans (id) on delete cascade,
  person_id uuid not null references persons (id),
  is_here boolean not null default true,
  table_number integer check (table_number > 0),
  primary key (plan_id, person_id)
);
create index seating_places_by_person on seating_places (person_id);

create table seating_tables (
  plan_id uuid not null references seating_plans (id) on delete cascade,
  round integer not null check (round > 0),
  number integer not null check (number > 0),
  person_ids uuid[] not null,
  primary key (plan_id, round, number)
);
