-- What stands on a series and not on its rounds: its rhythm as a rule of RFC 5545, how long units may answer, who is responsible,
-- what the asked are told, and how long answers are kept. A municipality's first series has the short addresses.

alter table series
	add column rhythm short_text,
	add column answering_days integer not null default 42 check (answering_days between 7 and 180),
	-- null: the municipality's own responsible board.
	add column board short_text,
	add column information text not null default '' check (length(information) <= 2000),
	add column retention_months integer check (retention_months between 0 and 600),
	add column retention_from text check (retention_from in ('decided', 'closed')),
	add column retention_decision short_text,
	add column is_main boolean not null default false,
	add check (num_nonnulls(retention_months, retention_from, retention_decision) in (0, 3));

update series set rhythm = case
		when rhythm_months > 12 then 'FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=15'
		when rhythm_months = 4 then 'FREQ=YEARLY;BYMONTH=1,5,9;BYMONTHDAY=15'
		else 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15'
	end,
	is_main = series_id = (
		select s.series_id from series s left join round r using (municipality_id, series_id)
		where s.municipality_id = series.municipality_id order by r.created_at, s.series_id limit 1
	);

alter table series alter column rhythm set not null, drop column rhythm_months;

create unique index series_one_main on series (municipality_id) where is_main;
create unique index series_title on series (municipality_id, lower(title));
