-- Changes of the planned tables that the samordnare has taken up, in the order that they are made.

create table design_change (
	municipality_id municipality_code not null,
	round_id uuid not null,
	place integer not null check (place > 0),
	change jsonb not null,
	placed_at timestamptz not null,
	placed_by uuid not null,
	primary key (municipality_id, round_id, place),
	foreign key (municipality_id, round_id) references round
);

alter table design_change enable row level security;
create policy own_municipality on design_change using (municipality_id = current_municipality());
grant select, insert, delete on design_change to lagesbild_app;

-- The changes that a version was compiled with.
alter table lagesbild add column design jsonb not null default '[]';
