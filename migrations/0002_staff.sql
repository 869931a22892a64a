-- The municipality's staff. Four tables in the shape that better-auth expects, in our names. No address of a computer
-- and no browser name is kept; session tokens are stored hashed.

create table staff_account (
	municipality_id municipality_code not null references municipality,
	account_id uuid not null,
	email text not null unique check (email = lower(email) and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
	name short_text not null,
	role text not null check (role in ('samordnare', 'granskare', 'lasare')),
	email_verified boolean not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	primary key (municipality_id, account_id)
);

create table staff_credential (
	municipality_id municipality_code not null,
	credential_id uuid not null,
	account_id uuid not null,
	provider text not null,
	subject text not null,
	password_hash text,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	primary key (municipality_id, credential_id),
	unique (municipality_id, provider, subject),
	foreign key (municipality_id, account_id) references staff_account on delete cascade
);

create table staff_session (
	municipality_id municipality_code not null,
	session_id uuid not null,
	account_id uuid not null,
	token_hash bytea not null unique check (length(token_hash) = 32),
	expires_at timestamptz not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	primary key (municipality_id, session_id),
	foreign key (municipality_id, account_id) references staff_account on delete cascade
);

alter table staff_account enable row level security;
alter table staff_credential enable row level security;
alter table staff_session enable row level security;
create policy own_municipality on staff_account using (municipality_id = current_municipality());
create policy own_municipality on staff_credential using (municipality_id = current_municipality());
create policy own_municipality on staff_session using (municipality_id = current_municipality());
grant select, insert, update, delete on staff_account, staff_credential, staff_session to lagesbild_app;

-- Doors: the only ways from something a visitor holds to a municipality. Each gives the municipality's code, nothing more.
create function municipality_of_email(sought text) returns text
	language sql stable security definer set search_path = public, pg_temp
	as $$ select municipality_id::text from staff_account where email = lower(sought) $$;

create function municipality_of_session(sought bytea) returns text
	language sql stable security definer set search_path = public, pg_temp
	as $$ select municipality_id::text from staff_session where token_hash = sought $$;

create function municipality_of_account(sought uuid) returns text
	language sql stable security definer set search_path = public, pg_temp
	as $$ select municipality_id::text from staff_account where account_id = sought $$;

create function municipality_of_slug(sought text) returns text
	language sql stable security definer set search_path = public, pg_temp
	as $$ select municipality_id::text from municipality where slug = sought $$;

revoke all on function municipality_of_email(text), municipality_of_session(bytea), municipality_of_account(uuid),
	municipality_of_slug(text) from public;
grant execute on function municipality_of_email(text), municipality_of_session(bytea), municipality_of_account(uuid),
	municipality_of_slug(text) to lagesbild_app;
