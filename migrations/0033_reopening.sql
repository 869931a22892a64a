-- A closed round in which one unit gets more time. The unit's links open again until the end of the day, and nobody else's: what
-- a respondent's request asks about a link is told the unit's own last day instead of the round's.

create table reopening (
	municipality_id municipality_code not null,
	round_id uuid not null,
	unit_id uuid not null,
	reopened_at timestamptz not null,
	last_day date not null,
	reason text not null check (length(reason) between 1 and 1000),
	ended_at timestamptz check (ended_at >= reopened_at),
	primary key (municipality_id, round_id, unit_id, reopened_at),
	foreign key (municipality_id, round_id, unit_id) references asked_unit
);

create unique index reopening_one_at_a_time on reopening (municipality_id, round_id, unit_id) where ended_at is null;

alter table reopening enable row level security;
create policy own_municipality on reopening using (municipality_id = current_municipality());
grant select, insert, update on reopening to lagesbild_app;

alter table round_step drop constraint round_step_step_check,
	add constraint round_step_step_check check (step in (
		'open', 'first-reminder', 'second-reminder', 'last-reminder', 'closes-tomorrow', 'close', 'thank', 'close-reopened',
		'law-clock'));

create or replace function open_link(link_hash bytea, own_draft bytea, own_notes bytea, own_pseudonym bytea, hold text)
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
			m.coordinator_phone::text, r.round_id, r.series_id, s.title::text, r.year, r.opens_on,
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
					and later.year > b.year and later.year < r.year and later.closed_at is not null
			) as is_latest
			from round b
			join unit_response a on a.municipality_id = tenant and a.round_id = b.round_id
			where b.municipality_id = tenant and b.series_id = r.series_id and b.year < r.year
				and b.closed_at is not null and a.unit_pseudonym = own_pseudonym
			order by b.year desc
			limit 1
		) e on true
		where i.municipality_id = tenant and i.token_hash = link_hash;
	end
	$$;

create or replace function send_answers(
	link_hash bytea,
	own_draft bytea,
	own_notes bytea,
	known_draft bytea,
	known_notes bytea,
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
		where i.municipality_id = tenant and i.token_hash = link_hash and i.withdrawn_on is null
			and r.opened_at is not null and (r.closed_at is null or exists (
				select from reopening p
				where p.municipality_id = tenant and p.round_id = i.round_id and p.unit_id = i.unit_id and p.ended_at is null
			))
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

-- Replacing a function takes its settings away (0013).
alter function open_link(bytea, bytea, bytea, bytea, text) set enable_seqscan = off;
alter function send_answers(bytea, bytea, bytea, bytea, bytea, bytea, date, integer[], uuid[], text[], text[],
	bytea, bytea, text[], text[]) set enable_seqscan = off;
