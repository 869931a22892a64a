-- Why a published version is replaced by another. Fixed with the version, like all else of it.
alter table lagesbild add column correction_reason text check (length(correction_reason) between 1 and 2000);

-- What a body has decided of a published version. A minute is not rewritten: a wrong line is followed by a right one.
create table lagesbild_decision (
	municipality_id municipality_code not null,
	lagesbild_id uuid not null,
	decision_id uuid not null,
	body text not null check (length(body) between 1 and 200),
	decided_on date not null,
	paragraph text not null check (length(paragraph) between 1 and 40),
	diarienummer text check (length(diarienummer) between 1 and 60),
	outcome text not null check (length(outcome) between 1 and 500),
	registered_at timestamptz not null,
	registered_by uuid not null,
	primary key (municipality_id, lagesbild_id, decision_id),
	foreign key (municipality_id, lagesbild_id) references lagesbild
);
alter table lagesbild_decision enable row level security;
create policy own_municipality on lagesbild_decision using (municipality_id = current_municipality());
grant select, insert on lagesbild_decision to lagesbild_app;
