-- What people have judged of the changes between two versions of a questionnaire: whether the series holds. The same change
-- is not asked about twice in a series, and every later comparison over it goes by what was answered.

create table series_judgement (
	municipality_id municipality_code not null,
	series_id uuid not null,
	sector sector_code not null,
	-- The question's code; of a text that stands over several the element's or the page's name.
	code text not null check (length(code) between 1 and 200),
	-- SHA-256 of the change, which is too long for a key.
	change_hash bytea not null check (length(change_hash) = 32),
	-- The judged texts as they were and as they are, as JSON.
	change text not null,
	verdict text not null check (verdict in ('holds', 'breaks')),
	reason text not null check (length(reason) between 1 and 300),
	-- Of a text: the questions whose series it breaks; none is all.
	broken_codes text[] not null check (cardinality(broken_codes) <= 500),
	-- The round whose questionnaire asked.
	round_id uuid not null,
	judged_at timestamptz not null,
	judged_by uuid not null,
	primary key (municipality_id, series_id, sector, code, change_hash),
	foreign key (municipality_id, series_id) references series,
	foreign key (municipality_id, round_id) references round
);

alter table series_judgement enable row level security;
create policy own_municipality on series_judgement using (municipality_id = current_municipality());
-- Until the round opens an answer may be changed; it is never taken away.
grant select, insert, update on series_judgement to lagesbild_app;
