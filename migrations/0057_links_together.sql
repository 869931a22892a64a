-- What open_link says of one link, of all that are asked about at once, and nothing held (docs/decisions/0172). It takes the
-- place of recognise_link too, which asked whose a link is: then draft, notes and pseudonym are left out.
-- @param asked [{place, link, draft, notes, pseudonym}], the last four in hex; a row for each that is somebody's

create function open_links(asked jsonb)
	returns table (
		place integer,
		municipality_id text,
		municipality_name text,
		coordinator_name text,
		coordinator_email text,
		coordinator_phone text,
		round_id uuid,
		series_id uuid,
		series_title text,
		year integer,
		part text,
		opens_on date,
		closes_on date,
		threshold integer,
		opened_at timestamptz,
		closed_at timestamptz,
		free_text_key bytea,
		unit_id uuid,
		unit_name text,
		organisation_name text,
		sector text,
		is_withdrawn boolean,
		draft bytea,
		notes bytea,
		is_answered boolean,
		earlier_round_id uuid,
		earlier_sector text,
		earlier_packed integer[],
		earlier_is_latest boolean
	)
	language plpgsql
	set enable_seqscan = off
	set plan_cache_mode = force_generic_plan
	as $$
	#variable_conflict use_column
	declare
		tenant text;
	begin
		-- One municipality after the other: what is read of a link is read as its own municipality only.
		for tenant in
			select distinct municipality_of_invitation(decode(each ->> 'link', 'hex')) from jsonb_array_elements(asked) each
		loop
			continue when tenant is null;
			perform set_config('lagesbild.municipality_id', tenant, true);
			return query
			select sought.place, found.*
			from jsonb_to_recordset(asked) as sought (place integer, link text, draft text, notes text, pseudonym text)
			-- Each link by its own keys (limit 1 keeps the planner from joining them another way, as in 0056).
			cross join lateral (
				select m.municipality_id::text, m.name::text, m.coordinator_name::text, m.coordinator_email::text,
					m.coordinator_phone::text, r.round_id, r.series_id, s.title::text, r.year, r.part, r.opens_on,
					coalesce(p.last_day, r.closes_on), r.threshold, r.opened_at,
					case when p.last_day is null then r.closed_at end, r.free_text_key, u.unit_id, u.name::text, o.name::text,
					u.sector::text, i.withdrawn_on is not null,
					(select d.sealed from draft d where d.municipality_id = tenant and d.draft_id = decode(sought.draft, 'hex')),
					(select d.sealed from draft d where d.municipality_id = tenant and d.draft_id = decode(sought.notes, 'hex')),
					exists (
						select from unit_response a
						where a.municipality_id = tenant and a.round_id = r.round_id
							and a.unit_pseudonym = decode(sought.pseudonym, 'hex')
					),
					e.round_id, e.sector, e.packed, e.is_latest
				from invitation i
				join round r on r.municipality_id = tenant and r.round_id = i.round_id
				join series s on s.municipality_id = tenant and s.series_id = r.series_id
				join unit u on u.municipality_id = tenant and u.unit_id = i.unit_id
				join organisation o on o.municipality_id = tenant and o.organisation_id = u.organisation_id
				join municipality m on m.municipality_id = tenant
				left join reopening p on p.municipality_id = tenant and p.round_id = i.round_id and p.unit_id = i.unit_id
					and p.ended_at is null
				left join lateral (
					select b.round_id, a.sector::text as sector, a.packed, not exists (
						select from round later
						where later.municipality_id = tenant and later.series_id = b.series_id
							and later.place > b.place and later.place < r.place and later.closed_at is not null
					) as is_latest
					from round b
					join unit_response a on a.municipality_id = tenant and a.round_id = b.round_id
					where b.municipality_id = tenant and b.series_id = r.series_id and b.place < r.place
						and b.closed_at is not null and a.unit_pseudonym = decode(sought.pseudonym, 'hex')
					order by b.place desc
					limit 1
				) e on true
				where i.municipality_id = tenant and i.token_hash = decode(sought.link, 'hex')
				limit 1
			) found;
		end loop;
	end
	$$;

revoke all on function open_links(jsonb) from public;
grant execute on function open_links(jsonb) to lagesbild_app;

drop function recognise_link(bytea);
