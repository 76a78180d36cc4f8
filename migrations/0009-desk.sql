-- The desk computes its rows from the other features; it only remembers what was put aside until when.

create table desk_snoozes (
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null references initiatives (id),
  row_key text not null,
  until_at timestamptz not null,
  primary key (initiative_id, row_key)
);

-- What was said when a facilitator called: for the staff of the agency alone.
create table desk_calls (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references agencies (id),
  connection_id uuid not null references connections (id),
  note text not null,
  noted_by uuid references staff (id),
  noted_at timestamptz not null
);
create index desk_calls_by_connection on desk_calls (connection_id, noted_at);
