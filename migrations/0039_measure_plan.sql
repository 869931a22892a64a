-- The plan of measures (åtgärdsplan) that rests on a round's lägesbild (lag 2023:196, 5 and 6 §§), and what becomes of it.

create table measure_plan (
	municipality_id municipality_code not null,
	plan_id uuid not null,
	round_id uuid not null,
	-- The decision: by whom, when, which paragraph, and the published version that was its basis.
	decided_by_body short_text,
	decided_on date,
	decision_reference short_text,
	lagesbild_id uuid,
	primary key (municipality_id, plan_id),
	unique (municipality_id, round_id),
	foreign key (municipality_id, round_id) references round,
	foreign key (municipality_id, lagesbild_id) references lagesbild,
	check (num_nonnulls(decided_by_body, decided_on, decision_reference, lagesbild_id) in (0, 4))
);

create table measure (
	municipality_id municipality_code not null,
	measure_id uuid not null,
	plan_id uuid not null,
	-- In the order that they were written.
	place integer not null check (place > 0),
	content jsonb not null check (length(content ->> 'text') between 1 and 300),
	primary key (municipality_id, measure_id),
	foreign key (municipality_id, plan_id) references measure_plan
);

create index measure_of_plan on measure (municipality_id, plan_id);

-- What the measure answers: at least one, which the program holds when it is saved and when the plan is decided.
create table measure_finding (
	municipality_id municipality_code not null,
	measure_id uuid not null,
	finding_id uuid not null,
	primary key (municipality_id, measure_id, finding_id),
	foreign key (municipality_id, measure_id) references measure on delete cascade,
	foreign key (municipality_id, finding_id) references finding
);

create table measure_follow_up (
	municipality_id municipality_code not null,
	follow_up_id uuid not null,
	measure_id uuid not null,
	follows_up_on date not null,
	written_at timestamptz not null,
	written_by uuid not null,
	status text not null check (status in ('planerad', 'pagar', 'klar', 'avbruten')),
	note text not null check (length(note) between 1 and 2000),
	primary key (municipality_id, follow_up_id),
	foreign key (municipality_id, measure_id) references measure,
	foreign key (municipality_id, written_by) references staff_account
);

create index measure_follow_up_of_measure on measure_follow_up (municipality_id, measure_id);

-- A decided plan is what was decided: its measures stand, and are followed up.
create function refuse_change_of_decided_plan() returns trigger
	language plpgsql as $$
declare
	touched measure := coalesce(new, old);
begin
	if exists (select from measure_plan p where p.municipality_id = touched.municipality_id
		and p.plan_id = touched.plan_id and p.decided_on is not null)
	then
		raise exception 'a measure of a decided plan is never changed' using errcode = 'check_violation', constraint = 'measure_decided_is_fixed';
	end if;
	return touched;
end $$;

create trigger measure_decided_is_fixed before insert or update or delete on measure
	for each row execute function refuse_change_of_decided_plan();

-- What an att-sats of a motion is answered by, beside rounds.
create table motion_clause_finding (
	municipality_id municipality_code not null,
	clause_id uuid not null,
	finding_id uuid not null,
	primary key (municipality_id, clause_id, finding_id),
	foreign key (municipality_id, clause_id) references motion_clause on delete cascade,
	foreign key (municipality_id, finding_id) references finding
);

create table motion_clause_measure (
	municipality_id municipality_code not null,
	clause_id uuid not null,
	measure_id uuid not null,
	primary key (municipality_id, clause_id, measure_id),
	foreign key (municipality_id, clause_id) references motion_clause on delete cascade,
	foreign key (municipality_id, measure_id) references measure on delete cascade
);

alter table measure_plan enable row level security;
alter table measure enable row level security;
alter table measure_finding enable row level security;
alter table measure_follow_up enable row level security;
alter table motion_clause_finding enable row level security;
alter table motion_clause_measure enable row level security;
create policy own_municipality on measure_plan using (municipality_id = current_municipality());
create policy own_municipality on measure using (municipality_id = current_municipality());
create policy own_municipality on measure_finding using (municipality_id = current_municipality());
create policy own_municipality on measure_follow_up using (municipality_id = current_municipality());
create policy own_municipality on motion_clause_finding using (municipality_id = current_municipality());
create policy own_municipality on motion_clause_measure using (municipality_id = current_municipality());
grant select, insert, update, delete on measure_plan, measure, measure_finding, motion_clause_finding,
	motion_clause_measure to lagesbild_app;
grant select, insert on measure_follow_up to lagesbild_app;
