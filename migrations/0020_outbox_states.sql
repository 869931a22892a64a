-- A message's state is computed from its timestamps (lib/invitations/outboxState.ts). It is written before it is sent, with
-- its Message-ID; what may have been sent is never sent again but by a person's word.

alter table outbox_message
	-- What the program writes to its own staff belongs to no round, or to no invitation.
	alter column round_id drop not null,
	alter column invitation_id drop not null,
	add column kind text not null default 'invitation' check (kind in ('invitation', 'reminder', 'thanks', 'notice', 'trial')),
	add column language text not null default 'sv' check (language in ('sv', 'en')),
	-- Without angle brackets; the same at every attempt.
	add column internet_id text check (length(internet_id) <= 300),
	-- Not before this moment; null is a message that is printed and not sent.
	add column due_at timestamptz,
	add column attempts integer not null default 0 check (attempts >= 0),
	add column refused_at timestamptz,
	-- The mail server had begun to take it and did not say whether it did.
	add column unsure_at timestamptz,
	add column cancelled_at timestamptz,
	add check (num_nonnulls(sent_at, refused_at, cancelled_at) <= 1),
	add check (cancelled_at is null or sealed_body is null);

update outbox_message set internet_id = message_id::text || '@localhost';
alter table outbox_message alter column internet_id set not null, alter column kind drop default;

create index outbox_message_due on outbox_message (municipality_id, due_at, message_id)
	where due_at is not null and sending_at is null and sent_at is null and refused_at is null and cancelled_at is null;

-- A door for the program's own round: which municipalities have something to send, and nothing more.
create function municipalities_with_due_mail(at timestamptz) returns setof text
	language sql stable security definer set search_path = public, pg_temp
	as $$
		select distinct municipality_id::text from outbox_message
		where due_at <= at and sending_at is null and sent_at is null and refused_at is null and cancelled_at is null
	$$;
revoke all on function municipalities_with_due_mail(timestamptz) from public;
grant execute on function municipalities_with_due_mail(timestamptz) to lagesbild_app;
