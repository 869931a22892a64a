-- The units' answers once more, by variable, written when the round closes: what a compilation reads. The same numbers under the
-- same pseudonyms as in unit_response, in the order of these, and nothing else: no day, no order of coming, no link.
-- unit_pseudonyms is 32 bytes a unit; answers is a column a variable (src/lib/instruments/answers/answerPiece.ts).
create table answer_piece (
	municipality_id municipality_code not null,
	round_id uuid not null,
	sector sector_code not null,
	piece integer not null check (piece >= 0),
	units integer not null check (units > 0),
	unit_pseudonyms bytea not null check (length(unit_pseudonyms) = 32 * units),
	answers bytea not null,
	primary key (municipality_id, round_id, sector, piece),
	foreign key (municipality_id, round_id, sector) references round_questionnaire
);
-- A few bits an answer already: to press them further would cost more time than it saves room.
alter table answer_piece alter column answers set storage external;
alter table answer_piece enable row level security;
create policy own_municipality on answer_piece using (municipality_id = current_municipality());
grant select, insert, delete on answer_piece to lagesbild_app;

-- As in 0038, and the pieces.
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
	delete from answer_piece where municipality_id = tenant and round_id = target;
	-- Why numbers of a draft are hidden, with the bounds that an attacker would reckon to.
	update lagesbild set hiding = null
	where municipality_id = tenant and round_id = target and published_at is null and hiding is not null;
	update round_erasure set erased = counts where municipality_id = tenant and round_id = target and is_approved;
	return counts;
end $$;
