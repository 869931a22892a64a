-- What the samordnare would rather have shown or hidden where protection leaves a choice, and why each number is hidden.

create table disclosure_wish (
	municipality_id municipality_code not null,
	round_id uuid not null,
	table_id text not null check (length(table_id) between 1 and 200),
	row_id text not null check (length(row_id) between 1 and 200),
	-- Empty for the whole row.
	column_id text not null check (length(column_id) <= 200),
	wish text not null check (wish in ('must-show', 'rather-hide')),
	placed_at timestamptz not null,
	placed_by uuid not null,
	primary key (municipality_id, round_id, table_id, row_id, column_id),
	foreign key (municipality_id, round_id) references round
);

alter table disclosure_wish enable row level security;
create policy own_municipality on disclosure_wish using (municipality_id = current_municipality());
grant select, insert, update, delete on disclosure_wish to lagesbild_app;

-- The wishes that a version was compiled with and what became of them: kept for good.
alter table lagesbild add column wishes jsonb not null default '[]';
-- The reason of each hidden place. For those who judge the draft; a published version has none.
alter table lagesbild add column hiding jsonb;
alter table lagesbild add check (published_at is null or hiding is null);
