-- A colleague's own link to the unit's common draft. The row names no invitation and no unit: what it leads to is the
-- giver's link, sealed under a key from the colleague's. giver is derived from the giver's link, for listing and
-- withdrawing; it stands nowhere else. The rows are deleted when the round is closed.

create table shared_link (
	municipality_id municipality_code not null,
	link_hash bytea not null unique check (length(link_hash) = 32),
	giver bytea not null check (length(giver) = 32),
	round_id uuid not null,
	sealed_token bytea not null check (length(sealed_token) <= 200),
	sealed_note bytea not null check (length(sealed_note) <= 2000),
	primary key (municipality_id, link_hash),
	foreign key (municipality_id, round_id) references round on delete cascade
);

create index shared_link_giver on shared_link (municipality_id, giver);

alter table shared_link enable row level security;
create policy own_municipality on shared_link using (municipality_id = current_municipality());
grant select, insert, delete on shared_link to lagesbild_app;

-- The same door as for invitations: it gives the municipality's code and nothing more.
create or replace function municipality_of_invitation(sought bytea) returns text
	language sql stable security definer set search_path = public, pg_temp
	as $$
		select coalesce(
			(select municipality_id::text from invitation where token_hash = sought),
			(select municipality_id::text from shared_link where link_hash = sought)
		)
	$$;
