-- A season arranged at once: the plan, its sessions, what was done to it, and what peers were asked.

create table season_plans (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null references initiatives (id),
  season_id uuid not null references seasons (id),
  state text not null default 'draft' check (state in ('draft', 'published', 'dropped')),
  minutes integer not null check (minutes between 15 and 480),
  sharing text not null check (sharing in ('total first', 'worst first')),
  -- Null: by the rhythm of each connection.
  sessions_each integer check (sessions_each between 1 and 60),
  least_gap_days integer check (least_gap_days between 1 and 366),
  greatest_gap_days integer check (greatest_gap_days between 1 and 366),
  -- Local hours between which sessions may lie.
  earliest_hour integer not null check (earliest_hour between 0 and 12),
  latest_hour integer not null check (latest_hour between 12 and 24),
  -- Mondays of weeks in which nobody meets.
  closed_weeks date[] not null default '{}',
  answer_by_on date not null,
  revision integer not null default 0,
  -- What was proved, see src/engine/planning/plan.ts; null before the first planning.
  certificate jsonb,
  -- The planning that runs at present, or what ended it.
  run_id uuid,
  run_state text not null default 'idle' check (run_state in ('idle', 'waiting', 'running', 'failed')),
  run_progress jsonb,
  stop_asked_at timestamptz,
  created_at timestamptz not null,
  published_at timestamptz,
  check (least_gap_days is null or greatest_gap_days is null or least_gap_days <= greatest_gap_days),
  check (earliest_hour < latest_hour)
);
create unique index season_plans_one on season_plans (season_id) where state <> 'dropped';
create index season_plans_by_initiative on season_plans (initiative_id);

create table planned_sessions (
  plan_id uuid not null references season_plans (id) on delete cascade,
  agency_id uuid not null references agencies (id),
  connection_id uuid not null references connections (id),
  -- From 0, in the order of time.
  number integer not null,
  -- Where it is planned; null: nowhere, for the reason beside it.
  starts_at timestamptz,
  is_pinned boolean not null default false,
  reason jsonb,
  -- Points by person id.
  burdens jsonb not null default '{}',
  -- When whoever has not answered gets the invitation of this session all the same; null when that was done.
  invite_at timestamptz,
  -- Once it was published. What is planned may then differ from what is in the calendars until it is published again.
  session_id uuid references sessions (id),
  is_changed boolean not null default true,
  primary key (plan_id, connection_id, number)
);
create index planned_sessions_by_connection on planned_sessions (connection_id);
create unique index planned_sessions_by_session on planned_sessions (session_id) where session_id is not null;

create table plan_steps (
  plan_id uuid not null references season_plans (id) on delete cascade,
  agency_id uuid not null references agencies (id),
  -- The revision it led to.
  revision integer not null,
  verb text not null,
  -- Of what changed, before and after; null where it cannot be taken back.
  before jsonb,
  after jsonb,
  standing text not null check (standing in ('done', 'undone', 'told')),
  staff_id uuid references staff (id),
  done_at timestamptz not null,
  primary key (plan_id, revision)
);

-- Whom the times of a published plan were sent to. What they say to each stands with the session.
create table series_asked (
  plan_id uuid not null references season_plans (id) on delete cascade,
  agency_id uuid not null references agencies (id),
  person_id uuid not null references persons (id),
  asked_at timestamptz not null,
  next_reminder_at timestamptz,
  reminded_at timestamptz,
  primary key (plan_id, person_id)
);
create index series_asked_by_person on series_asked (person_id);
create index series_to_remind on series_asked (next_reminder_at) where next_reminder_at is not null;
create index planned_sessions_to_invite on planned_sessions (invite_at) where invite_at is not null;
