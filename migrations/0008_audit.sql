-- Who did what among the staff, append-only. Nothing that a respondent does is recorded here.

create table audit_event (
	municipality_id municipality_code not null references municipality,
	event_id uuid not null,
	occurred_at timestamptz not null,
	account_id uuid,
	action text not null check (action ~ '^[a-z]+(-[a-z]+)*$'),
	subject text not null check (length(subject) <= 300),
	primary key (municipality_id, event_id)
);

alter table audit_event enable row level security;
create policy own_municipality on audit_event using (municipality_id = current_municipality());
grant select, insert on audit_event to lagesbild_app;
