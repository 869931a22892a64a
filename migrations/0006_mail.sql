-- Outgoing mail. The body of an invitation holds the link, so it is sealed under the program's key and erased when sent.

create table outbox_message (
	municipality_id municipality_code not null,
	message_id uuid not null,
	round_id uuid not null,
	invitation_id uuid not null,
	recipient text check (length(recipient) <= 254),
	recipient_name short_text not null,
	subject short_text not null,
	sealed_body bytea,
	created_at timestamptz not null,
	sending_at timestamptz,
	sent_at timestamptz check (sent_at >= sending_at),
	failed_at timestamptz,
	failure text check (length(failure) <= 500),
	primary key (municipality_id, message_id),
	foreign key (municipality_id, round_id) references round on delete cascade,
	foreign key (municipality_id, invitation_id) references invitation on delete cascade,
	check (sent_at is null or sealed_body is null)
);

alter table outbox_message enable row level security;
create policy own_municipality on outbox_message using (municipality_id = current_municipality());
grant select, insert, update, delete on outbox_message to lagesbild_app;
