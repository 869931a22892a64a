-- What the analysis finds. A finding keeps its id through the versions of a round's lägesbild, so that a measure can
-- point at it; what it says belongs to a version and is fixed with it.

create table finding (
	municipality_id municipality_code not null,
	finding_id uuid not null,
	round_id uuid not null,
	primary key (municipality_id, finding_id),
	foreign key (municipality_id, round_id) references round
);

create table lagesbild_finding (
	municipality_id municipality_code not null,
	lagesbild_id uuid not null,
	finding_id uuid not null,
	-- In the order that they were written.
	place integer not null check (place > 0),
	content jsonb not null check (length(content ->> 'statement') between 1 and 300),
	-- Counts the changes, so that two who write at once do not overwrite each other.
	revision integer not null default 1 check (revision > 0),
	primary key (municipality_id, lagesbild_id, finding_id),
	foreign key (municipality_id, lagesbild_id) references lagesbild,
	foreign key (municipality_id, finding_id) references finding
);

create index lagesbild_finding_of_finding on lagesbild_finding (municipality_id, finding_id);

create function refuse_change_of_published_finding() returns trigger
	language plpgsql as $$
declare
	touched lagesbild_finding := coalesce(new, old);
begin
	if exists (select from lagesbild l where l.municipality_id = touched.municipality_id
		and l.lagesbild_id = touched.lagesbild_id and l.published_at is not null)
	then
		raise exception 'a finding of a published lagesbild is never changed' using errcode = 'check_violation', constraint = 'finding_published_is_fixed';
	end if;
	return touched;
end $$;

create trigger finding_published_is_fixed before insert or update or delete on lagesbild_finding
	for each row execute function refuse_change_of_published_finding();

alter table finding enable row level security;
alter table lagesbild_finding enable row level security;
create policy own_municipality on finding using (municipality_id = current_municipality());
create policy own_municipality on lagesbild_finding using (municipality_id = current_municipality());
grant select, insert on finding to lagesbild_app;
grant select, insert, update, delete on lagesbild_finding to lagesbild_app;
