-- How the texts of a lägesbild have been written: each saving, what the program saves by itself within a sitting once.

create table lagesbild_text_version (
	municipality_id municipality_code not null,
	lagesbild_id uuid not null,
	-- Counts the savings of the texts of this version.
	revision integer not null check (revision > 1),
	texts jsonb not null,
	saved_at timestamptz not null,
	saved_by uuid not null,
	-- Saved by the program while somebody wrote.
	is_automatic boolean not null,
	primary key (municipality_id, lagesbild_id, revision),
	foreign key (municipality_id, lagesbild_id) references lagesbild
);

alter table lagesbild_text_version enable row level security;
create policy own_municipality on lagesbild_text_version using (municipality_id = current_municipality());
grant select, insert, delete on lagesbild_text_version to lagesbild_app;

-- The revision of the whole version counts changes of its findings too, which no writer of texts is hindered by.
alter table lagesbild add column texts_revision integer not null default 1 check (texts_revision > 0);
