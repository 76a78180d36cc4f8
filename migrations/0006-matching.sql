-- A round of matching: the criteria, what the facilitator pinned or forbade, and the proposed pairs.

create table matching_rounds (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null references initiatives (id),
  title text not null,
  state text not null default 'draft' check (state in ('draft', 'published', 'dropped')),
  weights jsonb not null,
  allow_same_organisation boolean not null default false,
  allow_again boolean not null default false,
  allow_connected boolean not null default false,
  -- Counts the solvings: whoever publishes says which one they looked at.
  revision integer not null default 0,
  -- Points of all pairs together, and what the last act changed.
  pairs_worth integer,
  changes jsonb,
  solved_at timestamptz,
  published_at timestamptz,
  created_at timestamptz not null
);
create index matching_rounds_by_initiative on matching_rounds (initiative_id, created_at desc);
alter table connections add foreign key (round_id) references matching_rounds (id);

create table matching_rules (
  round_id uuid not null references matching_rounds (id) on delete cascade,
  first_person_id uuid not null references persons (id),
  second_person_id uuid not null references persons (id),
  kind text not null check (kind in ('pin', 'forbid')),
  created_at timestamptz not null,
  primary key (round_id, first_person_id, second_person_id),
  check (first_person_id < second_person_id)
);

create table matching_proposals (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references matching_rounds (id) on delete cascade,
  person_ids uuid[] not null check (cardinality(person_ids) between 2 and 3),
  fit integer not null,
  parts jsonb not null
);
create index matching_proposals_by_round on matching_proposals (round_id);

create table matching_left_out (
  round_id uuid not null references matching_rounds (id) on delete cascade,
  person_id uuid not null references persons (id),
  reason text not null,
  nearest_person_id uuid references persons (id),
  nearest_fit integer,
  primary key (round_id, person_id)
);
