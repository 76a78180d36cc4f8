-- An initiative, its topics, seasons and foundational engagements, and each person's part in it.

create table initiatives (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  title text not null,
  purpose text not null default '',
  languages text[] not null default '{en}',
  rhythm_days integer not null default 30 check (rhythm_days between 1 and 366),
  amber_factor double precision not null default 2 check (amber_factor > 0),
  red_factor double precision not null default 4 check (red_factor > amber_factor),
  lapsed_factor double precision not null default 8 check (lapsed_factor > red_factor),
  created_at timestamptz not null
);
create index initiatives_by_agency on initiatives (agency_id);
alter table roster_imports add foreign key (initiative_id) references initiatives (id);

create table topics (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null references initiatives (id),
  name text not null
);
create unique index topics_by_name on topics (initiative_id, lower(name));

create table seasons (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null references initiatives (id),
  title text not null,
  starts_on date not null,
  ends_on date not null,
  check (ends_on > starts_on)
);
create index seasons_by_initiative on seasons (initiative_id);

create table engagements (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null references initiatives (id),
  title text not null,
  starts_on date not null,
  ends_on date not null,
  place text not null default '',
  link text not null default '',
  created_at timestamptz not null,
  check (ends_on >= starts_on)
);
create index engagements_by_initiative on engagements (initiative_id);

create table attendances (
  engagement_id uuid not null references engagements (id) on delete cascade,
  person_id uuid not null references persons (id) on delete cascade,
  attended boolean not null default true,
  primary key (engagement_id, person_id)
);

create table participations (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null references initiatives (id),
  person_id uuid not null references persons (id),
  state text not null default 'listed' check (state in ('listed', 'invited', 'active', 'not_now', 'paused', 'left')),
  paused_until_on date,
  problem text not null default '',
  problem_topic_id uuid references topics (id),
  hours_per_month double precision,
  expected_months integer,
  channels text[] not null default '{}',
  free_half_days text[] not null default '{}',
  report_consent_at timestamptz,
  invited_at timestamptz,
  reminded_at timestamptz,
  answered_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (initiative_id, person_id)
);
create index participations_by_person on participations (person_id);
create index participations_to_resume on participations (paused_until_on) where state = 'paused';

create table participation_topics (
  participation_id uuid not null references participations (id) on delete cascade,
  topic_id uuid not null references topics (id) on delete cascade,
  kind text not null check (kind in ('offer', 'want')),
  primary key (participation_id, topic_id, kind)
);
create index participation_topics_by_topic on participation_topics (topic_id, kind);

create table participation_wishes (
  participation_id uuid not null references participations (id) on delete cascade,
  person_id uuid not null references persons (id) on delete cascade,
  primary key (participation_id, person_id)
);

create table profile_drafts (
  participation_id uuid primary key references participations (id) on delete cascade,
  typed jsonb not null,
  saved_at timestamptz not null
);
