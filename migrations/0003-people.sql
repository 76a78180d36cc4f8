-- Persons, the organisations they work for, and the posts that tie one to the other for a time.

create table organisations (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  name text not null,
  country text,
  city text not null default '',
  created_at timestamptz not null
);
create unique index organisations_by_name on organisations (agency_id, lower(name), coalesce(country, ''));

create table persons (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  name text not null,
  email text not null,
  locale text not null default 'en',
  zone text not null default 'UTC',
  country text,
  city text not null default '',
  phone text not null default '',
  note text not null default '',
  merged_into_id uuid references persons (id),
  merged_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index persons_by_email on persons (agency_id, lower(email)) where merged_into_id is null;
create index persons_merged_by_email on persons (agency_id, lower(email)) where merged_into_id is not null;
create index persons_by_name on persons (agency_id, lower(name));

create table person_languages (
  person_id uuid not null references persons (id) on delete cascade,
  language text not null,
  level text not null check (level in ('basic', 'working', 'fluent', 'native')),
  primary key (person_id, language)
);

create table posts (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  person_id uuid not null references persons (id) on delete cascade,
  organisation_id uuid not null references organisations (id),
  title text not null default '',
  starts_on date,
  ends_on date,
  created_at timestamptz not null,
  check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index posts_by_person on posts (person_id);
create index posts_by_organisation on posts (organisation_id);

create table merges (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  kept_id uuid not null references persons (id),
  merged_id uuid not null references persons (id),
  moved jsonb not null,
  merged_at timestamptz not null,
  undone_at timestamptz
);
create index merges_by_kept on merges (kept_id);
create index merges_by_merged on merges (merged_id);

-- Two records that look like one person and are two, as somebody said.
create table person_distinctions (
  agency_id uuid not null references agencies (id),
  first_person_id uuid not null references persons (id) on delete cascade,
  second_person_id uuid not null references persons (id) on delete cascade,
  created_at timestamptz not null,
  primary key (first_person_id, second_person_id),
  check (first_person_id < second_person_id)
);

create table roster_imports (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null,
  file_id uuid not null references files (id),
  mapping jsonb not null default '{}',
  state text not null default 'mapping' check (state in ('mapping', 'imported', 'dropped')),
  outcome jsonb,
  created_by uuid not null references staff (id),
  created_at timestamptz not null,
  imported_at timestamptz
);
