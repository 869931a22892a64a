-- What a sending locks its round by, and how the three functions that respondents wait for are planned (docs/decisions/0089).

create or replace function send_answers(sendings jsonb) returns text[]
	language plpgsql
	set enable_seqscan = off
	set plan_cache_mode = force_generic_plan
	as $$
	declare
		tenant text := municipality_of_invitation(decode(sendings -> 0 ->> 'link', 'hex'));
		sent record;
		asked record;
		outcomes text[] := '{}';
		rounds uuid[] := '{}';
		sectors text[] := '{}';
		variables text[] := '{}';
		options text[] := '{}';
	begin
		perform set_config('lagesbild.municipality_id', coalesce(tenant, ''), true);
		-- The drafts before the round, as in open_link.
		perform pg_advisory_xact_lock(key)
		from (
			select distinct hashtextextended(each ->> 'draft', 0) as key from jsonb_array_elements(sendings) each order by key
		) drafts;
		-- A statement of its own: those that follow see what was committed while it waited, of the links, units and reopenings
		-- too, which whoever holds the round may have changed.
		perform from round r
		where r.municipality_id = tenant and r.round_id = any (array(
			select distinct asked_in.round_id
			from jsonb_array_elements(sendings) each
			-- Each link by its own key, here and below (limit 1 keeps the planner from joining it another way): it read all of the
			-- municipality's invitations.
			cross join lateral (
				select i.round_id from invitation i
				where i.token_hash = decode(each ->> 'link', 'hex') and i.municipality_id = tenant
				limit 1
			) asked_in
		))
		order by r.round_id
		for share;
		for sent in
			select decode(s.link, 'hex') as link, decode(s.draft, 'hex') as draft, decode(s.notes, 'hex') as notes,
				decode(s.known_draft, 'hex') as known_draft, decode(s.known_notes, 'hex') as known_notes, s.sector,
				decode(s.pseudonym, 'hex') as pseudonym, s.day, s.packed, s.texts, decode(s.copy_id, 'hex') as copy_id,
				decode(s.copy, 'hex') as copy, s.variables, s.options
			from jsonb_to_recordset(sendings) as s (link text, draft text, notes text, known_draft text, known_notes text,
				sector text, pseudonym text, day date, packed integer[], texts jsonb, copy_id text, copy text,
				variables text[], options text[])
		loop
			select r.round_id, u.sector into asked
			from (
				select i.round_id, i.unit_id from invitation i
				where i.token_hash = sent.link and i.municipality_id = tenant and i.withdrawn_on is null
				limit 1
			) i
			join round r on r.municipality_id = tenant and r.round_id = i.round_id
			join unit u on u.municipality_id = tenant and u.unit_id = i.unit_id
			left join reopening p on p.municipality_id = tenant and p.round_id = i.round_id and p.unit_id = i.unit_id
				and p.ended_at is null
			where r.opened_at is not null and r.cancelled_at is null and (r.closed_at is null or p.last_day is not null)
				and sent.day <= coalesce(p.last_day, r.closes_on) and u.sector = sent.sector
			for share of r;
			if not found
				or (select d.sealed from draft d where d.municipality_id = tenant and d.draft_id = sent.draft)
					is distinct from sent.known_draft
				or (select d.sealed from draft d where d.municipality_id = tenant and d.draft_id = sent.notes)
					is distinct from sent.known_notes
			then
				outcomes := outcomes || 'changed'::text;
				continue;
			end if;

			insert into unit_response (municipality_id, round_id, unit_pseudonym, sector, answered_on, variable_count, packed)
			values (tenant, asked.round_id, sent.pseudonym, asked.sector, sent.day, cardinality(sent.packed), sent.packed)
			on conflict do nothing;
			if not found then
				outcomes := outcomes || 'answered'::text;
				continue;
			end if;

			insert into free_text_answer (municipality_id, free_text_id, round_id, sector, item, sealed)
			select tenant, t.id, asked.round_id, asked.sector, t.item, decode(t.sealed, 'hex')
			from jsonb_to_recordset(sent.texts) as t (id uuid, item text, sealed text);

			insert into sent_copy (municipality_id, copy_id, round_id, sealed)
			values (tenant, sent.copy_id, asked.round_id, sent.copy);

			if sent.known_draft is not null or sent.known_notes is not null then
				delete from draft d where d.municipality_id = tenant and d.draft_id in (sent.draft, sent.notes);
			end if;

			outcomes := outcomes || 'sent'::text;
			rounds := rounds || array_fill(asked.round_id, array[cardinality(sent.variables)]);
			sectors := sectors || array_fill(asked.sector, array[cardinality(sent.variables)]);
			variables := variables || sent.variables;
			options := options || sent.options;
		end loop;

		-- Last, and in the order of the key: these rows are what all of the sector's sendings wait for.
		insert into opinion_tally as t (municipality_id, round_id, sector, variable, option, answers)
		select tenant, chosen.round_id, chosen.sector, chosen.variable, chosen.option, count(*)
		from unnest(rounds, sectors, variables, options) as chosen (round_id, sector, variable, option)
		group by chosen.round_id, chosen.sector, chosen.variable, chosen.option
		order by chosen.round_id, chosen.sector collate "C", chosen.variable collate "C", chosen.option collate "C"
		on conflict (municipality_id, round_id, sector, variable, option) do update set answers = t.answers + excluded.answers;
		return outcomes;
	end
	$$;

-- Planned once a connection: PostgreSQL planned each statement anew at each call, since a plan for the very values looked
-- cheaper by a hair, and the planning took longer than the reading.
alter function open_link(bytea, bytea, bytea, bytea, text) set plan_cache_mode = force_generic_plan;
alter function recognise_link(bytea) set plan_cache_mode = force_generic_plan;
