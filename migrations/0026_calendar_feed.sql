-- A secret address that calendar programs read the municipality's year from. Only its hash is kept; a new one replaces it.

create table calendar_feed (
	municipality_id municipality_code not null references municipality,
	token_hash bytea not null unique check (length(token_hash) = 32),
	created_at timestamptz not null,
	primary key (municipality_id)
);

alter table calendar_feed enable row level security;
create policy own_municipality on calendar_feed using (municipality_id = current_municipality());
grant select, insert, update, delete on calendar_feed to lagesbild_app;

create function municipality_of_calendar(sought bytea) returns text
	language sql stable security definer set search_path = public, pg_temp
	as $$ select municipality_id::text from calendar_feed where token_hash = sought $$;
revoke all on function municipality_of_calendar(bytea) from public;
grant execute on function municipality_of_calendar(bytea) to lagesbild_app;
