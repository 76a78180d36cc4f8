-- What peers choose before a round is published: whom they were suggested, what they say of each, whom they name.

-- A round that asks its peers says until which day; what comes later still counts until it is published.
alter table matching_rounds add column answer_by_on date;

create table matching_asked (
  round_id uuid not null references matching_rounds (id) on delete cascade,
  person_id uuid not null references persons (id),
  asked_at timestamptz not null,
  answered_at timestamptz,
  -- When whoever has not answered is reminded, once; null when that is done or of no use.
  remind_at timestamptz,
  reminded_at timestamptz,
  primary key (round_id, person_id)
);
create index matching_asked_to_remind on matching_asked (remind_at) where remind_at is not null;

-- One person another was suggested (with a place in the list, and why in that one's language) or named by themselves
-- (without). 'not' is read by nobody: the system keeps the two apart in this round.
create table matching_choices (
  round_id uuid not null references matching_rounds (id) on delete cascade,
  person_id uuid not null references persons (id),
  other_person_id uuid not null references persons (id),
  place integer,
  why text not null default '',
  answer text check (answer in ('glad', 'fine', 'not')),
  primary key (round_id, person_id, other_person_id)
);
