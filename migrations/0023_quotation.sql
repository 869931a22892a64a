-- A free text said in other words, proposed by one person and decided on by another. Only an approved one may stand in a
-- lägesbild.

create table quotation (
	municipality_id municipality_code not null,
	quotation_id uuid not null,
	round_id uuid not null,
	free_text_id uuid not null,
	item text not null check (length(item) between 1 and 200),
	series_id uuid not null,
	code text not null,
	-- The proposed words, sealed under the round's own key like the text that they are made from.
	sealed bytea not null,
	-- The words in the open, from approval on: two persons have found that anybody may read them.
	wording text check (length(wording) between 1 and 1000),
	proposed_at timestamptz not null,
	proposed_by uuid not null,
	decided_at timestamptz check (decided_at >= proposed_at),
	decided_by uuid,
	is_approved boolean,
	reason text check (length(reason) between 1 and 4000),
	withdrawn_at timestamptz check (withdrawn_at >= proposed_at),
	withdrawn_by uuid,
	primary key (municipality_id, quotation_id),
	foreign key (municipality_id, round_id) references round,
	foreign key (municipality_id, series_id, code) references theme,
	check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (is_approved is null)
		and (decided_at is null) = (reason is null)),
	constraint quotation_by_two check (decided_by <> proposed_by),
	check ((is_approved is true) = (wording is not null)),
	check ((withdrawn_at is null) = (withdrawn_by is null))
);

-- One living quotation of a text: two could be put together.
create unique index quotation_one_of_a_text on quotation (municipality_id, free_text_id)
	where withdrawn_at is null and is_approved is not false;
create index quotation_of_round on quotation (municipality_id, round_id);

create function refuse_other_words() returns trigger
	language plpgsql as $$
begin
	if (new.round_id, new.free_text_id, new.item, new.code, new.sealed, new.proposed_at, new.proposed_by)
			is distinct from (old.round_id, old.free_text_id, old.item, old.code, old.sealed, old.proposed_at, old.proposed_by)
		or (old.decided_at is not null and (new.wording, new.decided_at, new.decided_by, new.is_approved, new.reason)
			is distinct from (old.wording, old.decided_at, old.decided_by, old.is_approved, old.reason))
		or (old.withdrawn_at is not null and (new.withdrawn_at, new.withdrawn_by, new.decided_at)
			is distinct from (old.withdrawn_at, old.withdrawn_by, old.decided_at))
	then
		raise exception 'what has been proposed or decided is never changed' using errcode = 'check_violation', constraint = 'quotation_is_fixed';
	end if;
	return new;
end $$;

create trigger quotation_is_fixed before update on quotation for each row execute function refuse_other_words();

alter table quotation enable row level security;
create policy own_municipality on quotation using (municipality_id = current_municipality());
grant select, insert, update on quotation to lagesbild_app;

-- The quotations that were approved when a version was compiled, and what became of each.
alter table lagesbild add column quotations jsonb not null default '[]';
