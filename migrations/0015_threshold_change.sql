-- The least number of persons that a round may show is raised freely; lowering it takes a reason and a second person.

create table threshold_change (
	municipality_id municipality_code not null,
	change_id uuid not null,
	round_id uuid not null,
	from_threshold integer not null check (from_threshold between 3 and 10),
	to_threshold integer not null check (to_threshold between 3 and 10 and to_threshold <> from_threshold),
	reason text not null check (length(reason) <= 2000),
	proposed_at timestamptz not null,
	proposed_by uuid not null,
	decided_at timestamptz check (decided_at >= proposed_at),
	decided_by uuid,
	is_approved boolean,
	primary key (municipality_id, change_id),
	foreign key (municipality_id, round_id) references round,
	check (to_threshold > from_threshold or reason <> ''),
	check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (is_approved is null)),
	constraint threshold_lowered_by_two
		check (to_threshold > from_threshold or is_approved is not true or decided_by <> proposed_by)
);

create unique index threshold_change_one_pending on threshold_change (municipality_id, round_id) where decided_at is null;

create function refuse_lowering_without_decision() returns trigger
	language plpgsql as $$
begin
	if new.threshold < old.threshold and not exists (
		select from threshold_change c
		where c.municipality_id = old.municipality_id and c.round_id = old.round_id
			and c.from_threshold = old.threshold and c.to_threshold = new.threshold and c.is_approved
	) then
		raise exception 'a threshold is lowered by two persons' using errcode = 'check_violation', constraint = 'threshold_lowered_by_two';
	end if;
	return new;
end $$;

create trigger round_threshold_lowered_by_two before update of threshold on round
	for each row execute function refuse_lowering_without_decision();

alter table threshold_change enable row level security;
create policy own_municipality on threshold_change using (municipality_id = current_municipality());
grant select, insert, update on threshold_change to lagesbild_app;
