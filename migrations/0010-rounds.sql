-- A round as a facilitator means it: purpose, kind, who takes part, rules; and what the fit newly counts.

alter table matching_rounds
  add column purpose text not null default '',
  add column kind text not null default 'pairs' check (kind in ('pairs', 'groups')),
  add column group_least integer not null default 5,
  add column group_most integer not null default 7,
  add column starts_on date,
  -- Whoever has answered takes part unless left out; otherwise only who was taken in.
  add column takes_everybody boolean not null default true,
  -- Who was matched before is kept apart, brought together again, or neither.
  add column contact text not null default 'freeze' check (contact in ('freeze', 'continuity', 'any')),
  add column allow_reporting_line boolean not null default false,
  add check (group_least >= 3 and group_most >= group_least and group_most <= 8);
update matching_rounds set contact = 'any' where allow_again;
alter table matching_rounds drop column allow_again;

alter table matching_proposals
  drop constraint matching_proposals_person_ids_check,
  add check (cardinality(person_ids) between 2 and 8);

-- Only whom the facilitator took in, left out, or gave a number of pairs of their own.
create table matching_participants (
  round_id uuid not null references matching_rounds (id) on delete cascade,
  person_id uuid not null references persons (id),
  takes_part boolean,
  capacity integer check (capacity between 0 and 5),
  primary key (round_id, person_id)
);

-- Somebody who must be with one who speaks a language, offers a topic or works in a country.
create table matching_needs (
  round_id uuid not null references matching_rounds (id) on delete cascade,
  person_id uuid not null references persons (id),
  kind text not null check (kind in ('language', 'offer', 'country')),
  value text not null,
  created_at timestamptz not null,
  primary key (round_id, person_id, kind, value)
);

alter table organisations
  add column kind text check (kind in ('national', 'regional', 'local', 'public body', 'civil society', 'academy', 'other')),
  add column size text check (size in ('tiny', 'small', 'middle', 'large'));

alter table posts add column reports_to_id uuid references persons (id) on delete set null;
create index posts_by_superior on posts (reports_to_id) where reports_to_id is not null;

-- How many pairs of one round a peer takes.
alter table participations add column capacity integer not null default 1 check (capacity between 1 and 3);

-- Whom a peer would rather not be matched with. Read by the matching and by the peer's own form, by nobody else.
create table participation_rather_nots (
  participation_id uuid not null references participations (id) on delete cascade,
  person_id uuid not null references persons (id) on delete cascade,
  primary key (participation_id, person_id)
);
