-- A draft round remembers each step, so that it can be taken back, done again, and told to a colleague at the same page.

create table matching_steps (
  round_id uuid not null references matching_rounds (id) on delete cascade,
  -- The solving it led to.
  revision integer not null,
  verb text not null,
  -- Whom it named, as a list of person ids.
  people jsonb not null,
  -- Rules and weights around it; null where nothing was changed that could be taken back.
  before jsonb,
  after jsonb,
  standing text not null check (standing in ('done', 'undone', 'told')),
  staff_id uuid references staff (id),
  done_at timestamptz not null,
  primary key (round_id, revision)
);

-- What the proposals were counted from: while it is the same, groups that stay keep their rows.
alter table matching_rounds add column counted_from text;

-- Several who would fit: [{"personId", "fit"}], the best first.
alter table matching_left_out add column nearest jsonb not null default '[]';
alter table matching_left_out drop column nearest_person_id;
alter table matching_left_out drop column nearest_fit;
