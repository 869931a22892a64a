-- On which day a unit opened its questions, and on which day it first saved an answer: days only, at most two a unit and round.
-- Under a pseudonym of the unit in this very round, whose key is not in the database: a row names nobody, and is joined with
-- no invitation, draft or answer, nor with a mark of another round (docs/decisions/0163).

create table answering_mark (
	municipality_id municipality_code not null,
	round_id uuid not null,
	mark_id bytea not null check (length(mark_id) = 32),
	opened_on date,
	begun_on date,
	primary key (municipality_id, round_id, mark_id),
	foreign key (municipality_id, round_id) references round on delete cascade,
	check (num_nonnulls(opened_on, begun_on) > 0)
);

alter table answering_mark enable row level security;
create policy own_municipality on answering_mark using (municipality_id = current_municipality());
grant select, insert, update, delete on answering_mark to lagesbild_app;

-- As in 0046, and the marks.

create or replace function erase_round(target uuid, at timestamptz) returns jsonb
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
		'messages', (select count(*) from outbox_message where municipality_id = tenant and round_id = target),
		'comments', (select count(*) from round_comment where municipality_id = tenant and round_id = target)
			+ (select count(*) from reopening where municipality_id = tenant and round_id = target),
		'marks', (select count(*) from answering_mark where municipality_id = tenant and round_id = target)
	);
	update outbox_message
	set recipient = null, recipient_name = 'Gallrad', subject = 'Gallrat', contact_id = null, invitation_id = null,
		sealed_body = null, failure = null,
		cancelled_at = case when num_nonnulls(sent_at, refused_at, cancelled_at) = 0 then at else cancelled_at end
	where municipality_id = tenant and round_id = target;
	delete from round_comment where municipality_id = tenant and round_id = target;
	-- When a unit was given more time stays; why, in somebody's words, does not.
	update reopening set reason = 'Gallrat' where municipality_id = tenant and round_id = target;
	delete from invitation where municipality_id = tenant and round_id = target;
	delete from shared_link where municipality_id = tenant and round_id = target;
	delete from draft where municipality_id = tenant and round_id = target;
	delete from sent_copy where municipality_id = tenant and round_id = target;
	delete from answering_mark where municipality_id = tenant and round_id = target;
	delete from quotation where municipality_id = tenant and round_id = target;
	delete from coded_text where municipality_id = tenant and round_id = target;
	delete from free_text_answer where municipality_id = tenant and round_id = target;
	delete from opinion_tally where municipality_id = tenant and round_id = target;
	delete from unit_response where municipality_id = tenant and round_id = target;
	delete from answer_piece where municipality_id = tenant and round_id = target;
	-- Why numbers of a draft are hidden, with the bounds that an attacker would reckon to.
	update lagesbild set hiding = null
	where municipality_id = tenant and round_id = target and published_at is null and hiding is not null;
	update round_erasure set erased = counts where municipality_id = tenant and round_id = target and is_approved;
	return counts;
end $$;
