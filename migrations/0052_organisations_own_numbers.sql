-- A round may keep what organisations have reported too (docs/decisions/0171). It is chosen freely and given up as a threshold is
-- lowered: with a reason, by two. So it is one more thing that a change of a round's protection is from and to.

alter table round add column keeps_organisations boolean not null default false;

alter table threshold_change
	add column from_kept boolean not null default false,
	add column to_kept boolean not null default false,
	drop constraint threshold_change_check,
	drop constraint threshold_change_check2,
	drop constraint threshold_lowered_by_two,
	add constraint threshold_change_to_threshold_check check (to_threshold between 3 and 10),
	add constraint threshold_change_changes check (to_threshold <> from_threshold or to_kept <> from_kept),
	add constraint threshold_change_of_one check (to_threshold = from_threshold or to_kept = from_kept),
	add constraint threshold_lowering_has_reason
		check ((to_threshold >= from_threshold and to_kept >= from_kept) or reason <> ''),
	add constraint threshold_lowered_by_two check (
		(to_threshold >= from_threshold and to_kept >= from_kept) or is_approved is not true or decided_by <> proposed_by
	);

create or replace function refuse_lowering_without_decision() returns trigger
	language plpgsql as $$
begin
	if (new.threshold < old.threshold or new.keeps_organisations < old.keeps_organisations) and not exists (
		select from threshold_change c
		where c.municipality_id = old.municipality_id and c.round_id = old.round_id and c.is_approved
			and c.from_threshold = old.threshold and c.to_threshold = new.threshold
			and c.from_kept = old.keeps_organisations and c.to_kept = new.keeps_organisations
	) then
		raise exception 'a threshold is lowered by two persons' using errcode = 'check_violation', constraint = 'threshold_lowered_by_two';
	end if;
	return new;
end $$;

drop trigger round_threshold_lowered_by_two on round;
create trigger round_threshold_lowered_by_two before update of threshold, keeps_organisations on round
	for each row execute function refuse_lowering_without_decision();

-- An organisation's written agreement (medgivande) that numbers which tell of it may be shown: of one question or all, of one
-- round or all of a series, and of which kind. Withdrawn or out of date it counts no more; what it let be published stays.

create table waiver (
	municipality_id municipality_code not null,
	waiver_id uuid not null,
	organisation_id uuid not null,
	series_id uuid not null,
	-- Null is every round of the series.
	round_id uuid,
	-- Null is every question.
	item text check (length(item) between 1 and 100),
	covers_sum boolean not null,
	covers_largest boolean not null,
	covers_breakdown boolean not null,
	-- Who signed, a person of the register: shown, merged and erased there. The role goes with the name.
	signer_id uuid not null,
	signer_role text check (length(signer_role) between 1 and 300),
	signed_on date not null,
	valid_until date not null check (valid_until >= signed_on),
	withdrawn_on date check (withdrawn_on >= signed_on),
	registered_at timestamptz not null,
	registered_by uuid not null,
	primary key (municipality_id, waiver_id),
	foreign key (municipality_id, organisation_id) references organisation,
	foreign key (municipality_id, signer_id) references contact,
	foreign key (municipality_id, series_id) references series,
	foreign key (municipality_id, round_id) references round,
	check (covers_sum or covers_largest or covers_breakdown)
);
create index waiver_of_organisation on waiver (municipality_id, organisation_id);
create index waiver_of_signer on waiver (municipality_id, signer_id);
create index waiver_of_series on waiver (municipality_id, series_id);

alter table waiver enable row level security;
create policy own_municipality on waiver using (municipality_id = current_municipality());
grant select, insert on waiver to lagesbild_app;
grant update (signer_id, signer_role, withdrawn_on) on waiver to lagesbild_app;

-- What a version was compiled with: the agreements that counted.
alter table lagesbild add column waivers uuid[] not null default '{}';
