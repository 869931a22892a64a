-- The register of partners (lag 2023:196, 8–10 §§). Persons stand apart from the units they answer for: one person may
-- answer for several units, and is handed over, shown, printed and erased as one.

create table contact (
	municipality_id municipality_code not null,
	contact_id uuid not null,
	organisation_id uuid not null,
	name short_text,
	language text not null default 'sv' check (language in ('sv', 'en')),
	email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
	phone short_text check (length(phone) <= 50),
	-- The seat in the strategic council (10 §): a leading position, and the days it was held.
	council_position short_text,
	council_from date,
	council_to date check (council_to >= council_from),
	bounced_on date,
	bounce_reason text check (length(bounce_reason) between 1 and 500),
	erased_on date,
	primary key (municipality_id, contact_id),
	foreign key (municipality_id, organisation_id) references organisation,
	check ((council_position is null) = (council_from is null)),
	check (council_to is null or council_from is not null),
	check (bounced_on is null or email is not null),
	check ((bounced_on is null) = (bounce_reason is null)),
	-- A person who has been erased leaves the days behind, for the counts, and nothing else.
	check ((erased_on is null) = (name is not null)),
	check (erased_on is null or (email is null and phone is null and council_position is null))
);

create index contact_email on contact (municipality_id, lower(email));
create index contact_organisation on contact (municipality_id, organisation_id);

create table unit_contact (
	municipality_id municipality_code not null,
	unit_id uuid not null,
	contact_id uuid not null,
	role short_text,
	-- The unit's invitation goes to its main contact; without one to whoever has answered for it longest.
	is_main boolean not null default false,
	active_from date not null,
	active_to date check (active_to >= active_from),
	successor_id uuid check (successor_id <> contact_id),
	primary key (municipality_id, unit_id, contact_id),
	foreign key (municipality_id, unit_id) references unit,
	foreign key (municipality_id, contact_id) references contact,
	foreign key (municipality_id, successor_id) references contact (municipality_id, contact_id),
	check (successor_id is null or active_to is not null)
);

create index unit_contact_contact on unit_contact (municipality_id, contact_id);

alter table contact enable row level security;
alter table unit_contact enable row level security;
create policy own_municipality on contact using (municipality_id = current_municipality());
create policy own_municipality on unit_contact using (municipality_id = current_municipality());
grant select, insert, update, delete on contact, unit_contact to lagesbild_app;

with made as materialized (
	select municipality_id, unit_id, organisation_id, contact_name, contact_email, active_from, active_to,
		gen_random_uuid() as contact_id
	from unit
), persons as (
	insert into contact (municipality_id, contact_id, organisation_id, name, email)
	select municipality_id, contact_id, organisation_id, contact_name, contact_email from made
)
insert into unit_contact (municipality_id, unit_id, contact_id, is_main, active_from, active_to)
select municipality_id, unit_id, contact_id, true, active_from, active_to from made;

alter table unit drop column contact_name, drop column contact_email;

-- Whom the message was written to: what a person is shown, and what is erased with them.
alter table outbox_message add column contact_id uuid,
	add foreign key (municipality_id, contact_id) references contact;
update outbox_message m set contact_id = c.contact_id
from invitation i
join unit_contact u using (municipality_id, unit_id)
join contact c using (municipality_id, contact_id)
where i.municipality_id = m.municipality_id and i.invitation_id = m.invitation_id
	and m.recipient is not distinct from c.email;
create index outbox_message_contact on outbox_message (municipality_id, contact_id);
