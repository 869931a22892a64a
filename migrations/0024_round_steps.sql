-- A round's timetable: what happens by itself, and when. The queue's job is the alarm; that a step is done, or why not, is
-- kept here, in the transaction that does it, so that it is done once however often the alarm goes.

alter table round
	add column planned_at timestamptz,
	add column cancelled_at timestamptz check (cancelled_at >= created_at),
	add column cancel_reason text check (length(cancel_reason) between 1 and 1000),
	add check ((cancelled_at is null) = (cancel_reason is null));
update round set planned_at = opened_at;

-- A cancelled round leaves its year to another.
alter table round drop constraint round_municipality_id_series_id_year_key;
create unique index round_one_a_year on round (municipality_id, series_id, year) where cancelled_at is null;

create table round_step (
	municipality_id municipality_code not null,
	round_id uuid not null,
	step text not null check (step in (
		'open', 'first-reminder', 'second-reminder', 'last-reminder', 'closes-tomorrow', 'close', 'thank', 'law-clock')),
	due_at timestamptz not null,
	done_at timestamptz,
	skipped_at timestamptz,
	skip_reason text check (skip_reason ~ '^[a-z]+(-[a-z]+)*$'),
	attempts integer not null default 0 check (attempts >= 0),
	failed_at timestamptz,
	primary key (municipality_id, round_id, step),
	foreign key (municipality_id, round_id) references round on delete cascade,
	check ((skipped_at is null) = (skip_reason is null)),
	check (num_nonnulls(done_at, skipped_at) <= 1)
);

create index round_step_due on round_step (due_at) where done_at is null and skipped_at is null;

alter table round_step enable row level security;
create policy own_municipality on round_step using (municipality_id = current_municipality());
grant select, insert, update, delete on round_step to lagesbild_app;

-- A door for the program's own round: what should have been done by now. A step that failed is left to the queue's pauses
-- for an hour.
create function due_round_steps(at timestamptz) returns table (municipality text, round uuid, step_name text)
	language sql stable security definer set search_path = public, pg_temp
	as $$
		select municipality_id::text, round_id, step from round_step
		where due_at <= at and done_at is null and skipped_at is null
			and (failed_at is null or failed_at < at - interval '1 hour')
		order by due_at, step
	$$;
revoke all on function due_round_steps(timestamptz) from public;
grant execute on function due_round_steps(timestamptz) to lagesbild_app;

-- The days of the work after the answers, for the year's calendar.
create table round_day (
	municipality_id municipality_code not null,
	round_id uuid not null,
	kind text not null check (kind in ('disclosure', 'analysis', 'review', 'board', 'council')),
	day date not null,
	primary key (municipality_id, round_id, kind),
	foreign key (municipality_id, round_id) references round on delete cascade
);

alter table round_day enable row level security;
create policy own_municipality on round_day using (municipality_id = current_municipality());
grant select, insert, update, delete on round_day to lagesbild_app;
