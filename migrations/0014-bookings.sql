-- Sessions of activities beside those of connections, each member's reply, and nobody booked twice.

create extension if not exists btree_gist;

-- A planned use of a tool of the table in a season.
create table activities (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null references initiatives (id),
  tool text not null check (tool in ('large group meeting', 'small group meeting')),
  title text not null,
  created_at timestamptz not null
);
create index activities_by_initiative on activities (initiative_id, created_at);

alter table sessions
  add column initiative_id uuid references initiatives (id),
  add column activity_id uuid references activities (id),
  alter column connection_id drop not null,
  add check (num_nonnulls(connection_id, activity_id) = 1);
update sessions set initiative_id = c.initiative_id from connections c where c.id = sessions.connection_id;
alter table sessions alter column initiative_id set not null;
create index sessions_by_activity on sessions (activity_id, starts_at) where activity_id is not null;
create index sessions_by_initiative on sessions (initiative_id, starts_at);

-- A reply before the session: null until the member has said something, by a link or from a calendar.
alter table session_members
  add column reply text check (reply in ('yes', 'maybe', 'no')),
  add column replied_at timestamptz,
  -- The time this session takes of the member; null where it takes none: cancelled, or the member said no.
  add column during tstzrange;
update session_members m set during = tstzrange(s.starts_at, s.starts_at + make_interval(mins => s.minutes))
from sessions s
where s.id = m.session_id and s.state <> 'cancelled'
  -- Of sessions that overlapped before this rule, the one planned first keeps the time.
  and not exists (
    select 1 from session_members other join sessions o on o.id = other.session_id
    where other.person_id = m.person_id and o.id <> s.id and o.state <> 'cancelled'
      and tstzrange(o.starts_at, o.starts_at + make_interval(mins => o.minutes))
        && tstzrange(s.starts_at, s.starts_at + make_interval(mins => s.minutes))
      and (o.created_at, o.id) < (s.created_at, s.id));
alter table session_members
  add constraint session_members_booked_once exclude using gist (person_id with =, during with &&);
