-- When a person can be asked: a standing week, exceptions, limits, and what their own calendars say.

create table availabilities (
  person_id uuid primary key references persons (id) on delete cascade,
  agency_id uuid not null references agencies (id),
  -- Half-hours from Monday 00:00 by the person's own clock: 2 good, 1 if need be, 0 no. Null: nothing said.
  week text check (length(week) = 336 and week ~ '^[012]*$'),
  sessions_per_week integer check (sessions_per_week between 1 and 20),
  minutes_per_month integer check (minutes_per_month between 15 and 6000),
  takes_holidays boolean not null default true,
  -- ISO weekday numbers. Null: as in the person's country.
  weekend_days integer[],
  before jsonb,
  said_at timestamptz not null
);

create table availability_exceptions (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  person_id uuid not null references persons (id) on delete cascade,
  starts_on date not null,
  ends_on date not null,
  -- 0 no, 1 at most if need be, 2 as in the usual week although it is a holiday.
  level integer not null check (level between 0 and 2),
  created_at timestamptz not null,
  check (ends_on >= starts_on)
);
create index availability_exceptions_by_person on availability_exceptions (person_id, starts_on);

create table calendar_sources (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  person_id uuid not null references persons (id) on delete cascade,
  kind text not null check (kind in ('ics', 'caldav')),
  host text not null,
  sealed text not null,
  next_read_at timestamptz not null,
  read_at timestamptz,
  failures integer not null default 0,
  last_error text,
  created_at timestamptz not null
);
create index calendar_sources_by_person on calendar_sources (person_id);
create index calendar_sources_due on calendar_sources (next_read_at);

create table busy_times (
  source_id uuid not null references calendar_sources (id) on delete cascade,
  agency_id uuid not null references agencies (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  primary key (source_id, starts_at)
);

-- The half-days of the one-minute form become marks of the week: of somebody with several parts, the latest answer counts.
insert into availabilities (person_id, agency_id, week, said_at)
select distinct on (part.person_id) part.person_id, part.agency_id, marks.week, coalesce(part.answered_at, part.updated_at)
from participations as part
cross join lateral (
  select string_agg(
    case when (array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])[slot / 48 + 1] || '-' ||
      case when slot % 48 between 18 and 25 then 'am' when slot % 48 between 26 and 33 then 'pm'
        when slot % 48 between 34 and 39 then 'ev' end = any (part.free_half_days) then '2' else '0' end,
    '' order by slot) as week
  from generate_series(0, 335) as slot
) as marks
where part.free_half_days <> '{}'
order by part.person_id, part.answered_at desc nulls last, part.updated_at desc;

alter table participations drop column free_half_days;
