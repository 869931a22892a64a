-- A sending may be judged from what a page of its link was drawn from, some while ago (docs/decisions/0084). So all that the
-- judgement stands on is seen to here as well: that the day is within the round's, or the unit's own, and that the unit's
-- sector, and with it the questionnaire, is the same.

drop function send_answers(bytea, bytea, bytea, bytea, bytea, bytea, date, integer[], uuid[], text[], text[], bytea, bytea,
	text[], text[]);

create function send_answers(
	link_hash bytea,
	own_draft bytea,
	own_notes bytea,
	known_draft bytea,
	known_notes bytea,
	known_sector text,
	own_pseudonym bytea,
	day date,
	packed_row integer[],
	text_ids uuid[],
	text_items text[],
	text_hex text[],
	sent_copy_id bytea,
	sent_copy_sealed bytea,
	chosen_variables text[],
	chosen_options text[]
) returns text
	language plpgsql
	set enable_seqscan = off
	as $$
	declare
		tenant text := municipality_of_invitation(link_hash);
		asked record;
	begin
		perform set_config('lagesbild.municipality_id', coalesce(tenant, ''), true);
		-- The draft before the round, as in open_link.
		perform pg_advisory_xact_lock(hashtextextended(encode(own_draft, 'hex'), 0));
		select r.round_id, u.sector into asked
		from invitation i
		join round r on r.municipality_id = tenant and r.round_id = i.round_id
		join unit u on u.municipality_id = tenant and u.unit_id = i.unit_id
		left join reopening p on p.municipality_id = tenant and p.round_id = i.round_id and p.unit_id = i.unit_id
			and p.ended_at is null
		where i.municipality_id = tenant and i.token_hash = link_hash and i.withdrawn_on is null
			and r.opened_at is not null and (r.closed_at is null or p.last_day is not null)
			and day <= coalesce(p.last_day, r.closes_on) and u.sector = known_sector
		for share of r;
		if not found
			or (select d.sealed from draft d where d.municipality_id = tenant and d.draft_id = own_draft)
				is distinct from known_draft
			or (select d.sealed from draft d where d.municipality_id = tenant and d.draft_id = own_notes)
				is distinct from known_notes
		then
			return 'changed';
		end if;

		insert into unit_response (municipality_id, round_id, unit_pseudonym, sector, answered_on, variable_count, packed)
		values (tenant, asked.round_id, own_pseudonym, asked.sector, day, cardinality(packed_row), packed_row)
		on conflict do nothing;
		if not found then
			return 'answered';
		end if;

		insert into free_text_answer (municipality_id, free_text_id, round_id, sector, item, sealed)
		select tenant, id, asked.round_id, asked.sector, item, decode(hex, 'hex')
		from unnest(text_ids, text_items, text_hex) as sent (id, item, hex);

		insert into sent_copy (municipality_id, copy_id, round_id, sealed)
		values (tenant, sent_copy_id, asked.round_id, sent_copy_sealed);

		if known_draft is not null or known_notes is not null then
			delete from draft d where d.municipality_id = tenant and d.draft_id in (own_draft, own_notes);
		end if;

		-- Last, and in the order of the key: these rows are what all of the sector's sendings wait for.
		insert into opinion_tally as t (municipality_id, round_id, sector, variable, option, answers)
		select tenant, asked.round_id, asked.sector, variable, option, 1
		from unnest(chosen_variables, chosen_options) as chosen (variable, option)
		on conflict (municipality_id, round_id, sector, variable, option) do update set answers = t.answers + 1;
		return 'sent';
	end
	$$;
revoke all on function send_answers(bytea, bytea, bytea, bytea, bytea, text, bytea, date, integer[], uuid[], text[], text[],
	bytea, bytea, text[], text[]) from public;
grant execute on function send_answers(bytea, bytea, bytea, bytea, bytea, text, bytea, date, integer[], uuid[], text[], text[],
	bytea, bytea, text[], text[]) to lagesbild_app;

-- Whose link it is, in whatever state: all that the first request of a visit needs, which only leads on to a page.

create function recognise_link(link_hash bytea)
	returns table (municipality_id text, round_id uuid, series_id uuid, unit_id uuid, sector text)
	language plpgsql
	set enable_seqscan = off
	as $$
	#variable_conflict use_column
	declare
		tenant text := municipality_of_invitation(link_hash);
	begin
		perform set_config('lagesbild.municipality_id', coalesce(tenant, ''), true);
		return query
		select i.municipality_id::text, i.round_id, r.series_id, i.unit_id, u.sector::text
		from invitation i
		join round r on r.municipality_id = tenant and r.round_id = i.round_id
		join unit u on u.municipality_id = tenant and u.unit_id = i.unit_id
		where i.municipality_id = tenant and i.token_hash = link_hash;
	end
	$$;
revoke all on function recognise_link(bytea) from public;
grant execute on function recognise_link(bytea) to lagesbild_app;
