-- The desk computes its rows from the other features; it only remembers what was put aside until when.

create table desk_snoozes (
  agency_id uuid not null references agencies (id),
  initiative_id uuid not null references initiatives (id),
  row_key text not null,
  until_at timestamptz not null,
  primary key (initiative_id, row_key)
);
