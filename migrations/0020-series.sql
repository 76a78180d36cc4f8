-- Group meetings that are left to a season: its plan finds their times beside those of the connections.

alter table activities
  -- The season whose plan is to find the time; null where it has one, or nobody looks for it.
  add column season_id uuid references seasons (id),
  -- The days between which it may lie; null is the season's own.
  add column not_before_on date,
  add column not_after_on date,
  add check (season_id is null or starts_at is null),
  add check (not_before_on <= not_after_on);
create index activities_by_season on activities (season_id) where season_id is not null;

-- Without these there is no meeting; everybody else of the initiative comes where they can.
create table activity_required (
  agency_id uuid not null references agencies (id),
  activity_id uuid not null references activities (id) on delete cascade,
  person_id uuid not null references persons (id),
  primary key (activity_id, person_id)
);
create index activity_required_by_person on activity_required (person_id);

-- A row of a plan is a session of a series, and a series is a connection or a group meeting.
alter table planned_sessions drop constraint planned_sessions_pkey;
alter table planned_sessions
  alter column connection_id drop not null,
  add column activity_id uuid references activities (id) on delete cascade,
  add column series_id uuid not null generated always as (coalesce(connection_id, activity_id)) stored,
  -- Who cannot come to it, of those who need not.
  add column missing uuid[] not null default '{}',
  add check (num_nonnulls(connection_id, activity_id) = 1),
  add primary key (plan_id, series_id, number);
create index planned_sessions_by_activity on planned_sessions (activity_id) where activity_id is not null;

-- Steps name their rows by series as well.
update plan_steps set
  before = replace(before::text, '"connectionId":', '"seriesId":')::jsonb,
  after = replace(after::text, '"connectionId":', '"seriesId":')::jsonb;
