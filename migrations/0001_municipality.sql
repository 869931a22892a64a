-- Every table carries municipality_id first in its key, and row-level security compares it with the municipality that
-- the transaction has been opened for. The program connects as lagesbild_app, which owns nothing and cannot bypass it.

create domain municipality_code as text check (value ~ '^[0-9]{4}$');
create domain short_text as text check (length(value) between 1 and 300 and value !~ '[\u0000-\u0008\u000b\u000c\u000e-\u001f]');
create domain sector_code as text check (value in ('polis', 'socialtjanst', 'skola', 'civilsamhalle'));

create function current_municipality() returns text
	language sql stable parallel safe
	as $$ select nullif(current_setting('lagesbild.municipality_id', true), '') $$;

create table municipality (
	municipality_id municipality_code primary key,
	name short_text not null,
	slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	population integer not null check (population > 0),
	administration short_text not null,
	responsible_board short_text not null,
	coordinator_name short_text not null,
	coordinator_email short_text not null,
	coordinator_phone short_text not null,
	is_demonstration boolean not null default false
);

create table area (
	municipality_id municipality_code not null references municipality,
	area_id text not null check (area_id ~ '^[a-z0-9_]+$'),
	name short_text not null,
	-- Five thousand inhabitants is the least area that an answer may name (shared domain, L19).
	population integer not null check (population >= 5000),
	primary key (municipality_id, area_id)
);

alter table municipality enable row level security;
alter table area enable row level security;
create policy own_municipality on municipality using (municipality_id = current_municipality());
create policy own_municipality on area using (municipality_id = current_municipality());
grant select, insert, update on municipality to lagesbild_app;
grant select, insert, update, delete on area to lagesbild_app;

-- Whether anybody has begun to use the database: the demonstration is loaded into an empty one only.
create function has_municipality() returns boolean
	language sql stable security definer set search_path = public, pg_temp
	as $$ select exists (select from municipality) $$;
revoke all on function has_municipality() from public;
grant execute on function has_municipality() to lagesbild_app;
