-- A round of a part of a year: a third, a quarter. Rounds of a series come in the order of their place, which is computed: its
-- year and, of a part, the month that the part ends in. A round of a whole year is about the years before its own.

alter table round
	add column part text check (part ~ '^(h[12]|t[123]|k[1234]|m(0[1-9]|1[0-2]))$'),
	add column place integer not null generated always as (
		year * 100 + case left(part, 1)
			when 'h' then substr(part, 2)::integer * 6
			when 't' then substr(part, 2)::integer * 4
			when 'k' then substr(part, 2)::integer * 3
			when 'm' then substr(part, 2)::integer
			else 0
		end
	) stored;

drop index round_one_a_year;
create unique index round_one_at_a_place on round (municipality_id, series_id, place) where cancelled_at is null;

-- As in 0033, with the round's part and by place, and read by indexes as in 0013.
drop function open_link(bytea, bytea, bytea, bytea, text);

create function open_link(link_hash bytea, own_draft bytea, own_notes bytea, own_pseudonym bytea, hold text)
	returns table (
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
	as $$
	#variable_conflict use_column
	declare
		tenant text := municipality_of_invitation(link_hash);
	begin
		perform set_config('lagesbild.municipality_id', coalesce(tenant, ''), true);
		-- The draft before the round, always: two that take both cannot wait for each other. An advisory lock also when there
		-- is no draft yet, and none on the invitation's row, which would keep the number of the sending transaction.
		if hold <> 'none' then
			perform pg_advisory_xact_lock(hashtextextended(encode(own_draft, 'hex'), 0));
		end if;
		if hold = 'share' then
			perform from round r
			where r.municipality_id = tenant
				and r.round_id = (select i.round_id from invitation i where i.municipality_id = tenant and i.token_hash = link_hash)
			for share;
		elsif hold = 'update' then
			perform from round r
			where r.municipality_id = tenant
				and r.round_id = (select i.round_id from invitation i where i.municipality_id = tenant and i.token_hash = link_hash)
			for update;
		end if;
		-- A statement of its own sees what was committed while it waited for the locks.
		return query
		select m.municipality_id::text, m.name::text, m.coordinator_name::text, m.coordinator_email::text,
			m.coordinator_phone::text, r.round_id, r.series_id, s.title::text, r.year, r.part, r.opens_on,
			coalesce(p.last_day, r.closes_on), r.threshold, r.opened_at, case when p.last_day is null then r.closed_at end,
			r.free_text_key, u.unit_id, u.name::text, o.name::text, u.sector::text,
			i.withdrawn_on is not null,
			(select d.sealed from draft d where d.municipality_id = tenant and d.draft_id = own_draft),
			(select d.sealed from draft d where d.municipality_id = tenant and d.draft_id = own_notes),
			exists (
				select from unit_response a
				where a.municipality_id = tenant and a.round_id = r.round_id and a.unit_pseudonym = own_pseudonym
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
				and b.closed_at is not null and a.unit_pseudonym = own_pseudonym
			order by b.place desc
			limit 1
		) e on true
		where i.municipality_id = tenant and i.token_hash = link_hash;
	end
	$$;

revoke all on function open_link(bytea, bytea, bytea, bytea, text) from public;
grant execute on function open_link(bytea, bytea, bytea, bytea, text) to lagesbild_app;
