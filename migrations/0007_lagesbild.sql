-- A lägesbild from compilation to publication. Only released tables stand here, never raw ones.

create table lagesbild (
	municipality_id municipality_code not null,
	lagesbild_id uuid not null,
	round_id uuid not null,
	version integer not null check (version > 0),
	compiled_at timestamptz not null,
	compiled_by uuid not null,
	-- Released tables, response figures and protocol, as disclosure control left them.
	released jsonb not null,
	-- Proof for each hidden cell. Stays in the house.
	certificates jsonb not null,
	-- What this release shows and hides (key → value or null); goes to the ledger at publication.
	shown jsonb not null,
	-- How much the series had shown when this was compiled: when more has been shown since, it must be compiled anew.
	ledger_size integer not null check (ledger_size >= 0),
	texts jsonb not null,
	revision integer not null default 1 check (revision > 0),
	edited_by uuid not null,
	submitted_at timestamptz,
	submitted_by uuid,
	returned_reason text check (length(returned_reason) between 1 and 4000),
	approved_at timestamptz,
	approved_by uuid,
	published_at timestamptz,
	-- The whole content model, fixed at publication, and its SHA-256.
	content jsonb,
	content_sha256 bytea check (length(content_sha256) = 32),
	primary key (municipality_id, lagesbild_id),
	unique (municipality_id, round_id, version),
	foreign key (municipality_id, round_id) references round,
	check (approved_by is null or (approved_by <> submitted_by and approved_by <> edited_by)),
	check ((published_at is null) = (content is null) and (content is null) = (content_sha256 is null)),
	check (published_at is null or approved_at is not null),
	check (approved_at is null or submitted_at is not null)
);

create table lagesbild_file (
	municipality_id municipality_code not null,
	lagesbild_id uuid not null,
	name text not null check (name ~ '^[a-z0-9-]+\.[a-z0-9]+$'),
	media_type text not null,
	bytes bytea not null,
	sha256 bytea not null check (length(sha256) = 32),
	primary key (municipality_id, lagesbild_id, name),
	foreign key (municipality_id, lagesbild_id) references lagesbild
);

-- Every number that was ever shown, and every number that was hidden (null). Frozen: what has been read cannot be unread.
create table publication_ledger (
	municipality_id municipality_code not null,
	series_id uuid not null,
	cell_key text not null check (length(cell_key) between 1 and 500),
	lagesbild_id uuid not null,
	value integer,
	primary key (municipality_id, series_id, cell_key, lagesbild_id),
	foreign key (municipality_id, series_id) references series,
	foreign key (municipality_id, lagesbild_id) references lagesbild
);

create function refuse_change_of_published() returns trigger
	language plpgsql as $$
begin
	if old.published_at is not null then
		raise exception 'a published lagesbild is never changed' using errcode = 'check_violation', constraint = 'lagesbild_published_is_fixed';
	end if;
	return coalesce(new, old);
end $$;

create trigger lagesbild_published_is_fixed before update or delete on lagesbild
	for each row execute function refuse_change_of_published();

alter table lagesbild enable row level security;
alter table lagesbild_file enable row level security;
alter table publication_ledger enable row level security;
create policy own_municipality on lagesbild using (municipality_id = current_municipality());
create policy own_municipality on lagesbild_file using (municipality_id = current_municipality());
create policy own_municipality on publication_ledger using (municipality_id = current_municipality());
grant select, insert, update, delete on lagesbild to lagesbild_app;
grant select, insert on lagesbild_file, publication_ledger to lagesbild_app;

-- A door for the front page: the municipalities that have published something.
create function municipalities_with_publication() returns setof text
	language sql stable security definer set search_path = public, pg_temp
	as $$ select distinct municipality_id::text from lagesbild where published_at is not null $$;
revoke all on function municipalities_with_publication() from public;
grant execute on function municipalities_with_publication() to lagesbild_app;
