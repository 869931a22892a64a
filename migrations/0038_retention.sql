-- How long a round's answers are kept, and their erasure: proposed by one person, confirmed by another, done once.

alter table round
	add column erased_at timestamptz,
	add check (erased_at is null or closed_at is not null or cancelled_at is not null);

create table retention_rule (
	municipality_id municipality_code not null,
	round_id uuid not null,
	months integer not null check (months between 0 and 600),
	counted_from text not null check (counted_from in ('decided', 'closed')),
	-- The decision that the rule follows from: the municipality's plan for its documents.
	decision short_text not null,
	saved_at timestamptz not null,
	saved_by uuid not null,
	primary key (municipality_id, round_id),
	foreign key (municipality_id, round_id) references round
);

create table round_erasure (
	municipality_id municipality_code not null,
	erasure_id uuid not null,
	round_id uuid not null,
	-- As the rule was when it was proposed.
	decision short_text not null,
	due_on date not null,
	proposed_at timestamptz not null,
	proposed_by uuid not null,
	decided_at timestamptz check (decided_at >= proposed_at),
	decided_by uuid,
	is_approved boolean,
	-- How many of each were erased.
	erased jsonb,
	primary key (municipality_id, erasure_id),
	foreign key (municipality_id, round_id) references round,
	check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (is_approved is null)),
	check (erased is null or is_approved),
	constraint round_erased_by_two check (is_approved is not true or decided_by <> proposed_by)
);
create unique index round_erasure_one_pending on round_erasure (municipality_id, round_id) where decided_at is null;
create unique index round_erasure_once on round_erasure (municipality_id, round_id) where is_approved;

alter table retention_rule enable row level security;
alter table round_erasure enable row level security;
create policy own_municipality on retention_rule using (municipality_id = current_municipality());
create policy own_municipality on round_erasure using (municipality_id = current_municipality());
grant select, insert, update on retention_rule, round_erasure to lagesbild_app;

create function refuse_erasing_without_decision() returns trigger
	language plpgsql as $$
begin
	if old.erased_at is not null or not exists (
		select from round_erasure e
		where e.municipality_id = old.municipality_id and e.round_id = old.round_id and e.is_approved
	) then
		raise exception 'a round is erased by two persons, once' using errcode = 'check_violation', constraint = 'round_erased_by_two';
	end if;
	return new;
end $$;
create trigger round_erased_by_two before update of erased_at on round
	for each row when (new.erased_at is distinct from old.erased_at) execute function refuse_erasing_without_decision();

-- All of it, or none: what units answered, who was written to, and every link. What has been released, the ledger and what is
-- published stay, and so does who was asked.
create function erase_round(target uuid, at timestamptz) returns jsonb
	language plpgsql security definer set search_path = public, pg_temp as $$
declare
	tenant text := current_municipality();
	counts jsonb;
begin
	update round set erased_at = at, free_text_key = null where municipality_id = tenant and round_id = target;
	if not found then
		raise exception 'there is no such round';
	end if;
	counts := jsonb_build_object(
		'answers', (select count(*) from unit_response where municipality_id = tenant and round_id = target),
		'opinions', (select count(*) from opinion_tally where municipality_id = tenant and round_id = target),
		'texts', (select count(*) from free_text_answer where municipality_id = tenant and round_id = target),
		'quotations', (select count(*) from quotation where municipality_id = tenant and round_id = target),
		'drafts', (select count(*) from draft where municipality_id = tenant and round_id = target)
			+ (select count(*) from sent_copy where municipality_id = tenant and round_id = target),
		'links', (select count(*) from invitation where municipality_id = tenant and round_id = target)
			+ (select count(*) from shared_link where municipality_id = tenant and round_id = target),
		'messages', (select count(*) from outbox_message where municipality_id = tenant and round_id = target)
	);
	update outbox_message
	set recipient = null, recipient_name = 'Gallrad', subject = 'Gallrat', contact_id = null, invitation_id = null,
		sealed_body = null, failure = null,
		cancelled_at = case when num_nonnulls(sent_at, refused_at, cancelled_at) = 0 then at else cancelled_at end
	where municipality_id = tenant and round_id = target;
	delete from invitation where municipality_id = tenant and round_id = target;
	delete from shared_link where municipality_id = tenant and round_id = target;
	delete from draft where municipality_id = tenant and round_id = target;
	delete from sent_copy where municipality_id = tenant and round_id = target;
	delete from quotation where municipality_id = tenant and round_id = target;
	delete from coded_text where municipality_id = tenant and round_id = target;
	delete from free_text_answer where municipality_id = tenant and round_id = target;
	delete from opinion_tally where municipality_id = tenant and round_id = target;
	delete from unit_response where municipality_id = tenant and round_id = target;
	-- Why numbers of a draft are hidden, with the bounds that an attacker would reckon to.
	update lagesbild set hiding = null
	where municipality_id = tenant and round_id = target and published_at is null and hiding is not null;
	update round_erasure set erased = counts where municipality_id = tenant and round_id = target and is_approved;
	return counts;
end $$;
revoke all on function erase_round(uuid, timestamptz) from public;
grant execute on function erase_round(uuid, timestamptz) to lagesbild_app;

alter table round_step drop constraint round_step_step_check,
	add constraint round_step_step_check check (step in (
		'open', 'first-reminder', 'second-reminder', 'last-reminder', 'closes-tomorrow', 'close', 'thank', 'close-reopened',
		'law-clock', 'retention'));
