-- A home organisation's dated permission, and the one-page reports that keep it alive.

create table authorities (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null references initiatives (id),
  person_id uuid not null references persons (id),
  organisation_id uuid references organisations (id),
  authoriser_name text not null,
  authoriser_email text not null,
  authoriser_title text not null default '',
  locale text not null default 'en',
  hours_per_month double precision not null check (hours_per_month > 0),
  starts_on date not null,
  ends_on date not null,
  ended_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (ends_on >= starts_on)
);
create index authorities_by_person on authorities (person_id);
create index authorities_by_end on authorities (initiative_id, ends_on) where ended_at is null;

create table authority_reports (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  authority_id uuid not null references authorities (id),
  content jsonb not null,
  note text not null default '',
  sent_by uuid references staff (id),
  sent_at timestamptz not null,
  answer text check (answer in ('renew', 'change', 'call')),
  answer_hours double precision,
  answer_until_on date,
  answer_note text not null default '',
  answered_at timestamptz,
  settled_at timestamptz
);
create index authority_reports_by_authority on authority_reports (authority_id, sent_at desc);
