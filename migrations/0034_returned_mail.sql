-- What mail servers report of a message after they have taken it (RFC 3464), and how the mailbox of such reports is read.

alter table outbox_message
	-- Reported as never arriving. Its failure says why.
	add column bounced_at timestamptz,
	-- Reported as delayed; the mail server still tries.
	add column delayed_at timestamptz;

create index outbox_message_internet_id on outbox_message (internet_id);

-- A door for reports of mail: whose message it was, and nothing more.
create function municipality_of_message(sought text) returns text
	language sql stable security definer set search_path = public, pg_temp
	as $$ select municipality_id::text from outbox_message where internet_id = sought $$;
revoke all on function municipality_of_message(text) from public;
grant execute on function municipality_of_message(text) to lagesbild_app;

-- The installation has one mailbox for reports, and every municipality's samordnare is told how it goes with it.
create table mailbox_reading (
	municipality_id municipality_code not null references municipality,
	-- When it was last read to the end.
	read_at timestamptz,
	-- Since when it has not been possible, and why.
	failed_at timestamptz,
	fault text check (fault in ('unreachable', 'sign-in', 'encryption', 'no-mailbox')),
	primary key (municipality_id),
	check ((failed_at is null) = (fault is null))
);
alter table mailbox_reading enable row level security;
create policy own_municipality on mailbox_reading using (municipality_id = current_municipality());
grant select on mailbox_reading to lagesbild_app;

create function record_mailbox_reading(at timestamptz, new_fault text) returns void
	language sql security definer set search_path = public, pg_temp
	as $$
		insert into mailbox_reading as r (municipality_id, read_at, failed_at, fault)
		select municipality_id, case when new_fault is null then at end, case when new_fault is not null then at end, new_fault
		from municipality
		on conflict (municipality_id) do update set
			read_at = coalesce(excluded.read_at, r.read_at),
			failed_at = case when new_fault is not null then coalesce(r.failed_at, at) end,
			fault = new_fault
	$$;
revoke all on function record_mailbox_reading(timestamptz, text) from public;
grant execute on function record_mailbox_reading(timestamptz, text) to lagesbild_app;
