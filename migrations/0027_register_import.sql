-- A file that has been read and is shown before anything of it is written. Its rows are persons: they are sealed, and
-- gone when the import is confirmed, thrown away or a day old.

create table register_import (
	municipality_id municipality_code not null references municipality,
	import_id uuid not null,
	created_at timestamptz not null,
	created_by uuid not null,
	sealed_rows bytea not null,
	primary key (municipality_id, import_id)
);

alter table register_import enable row level security;
create policy own_municipality on register_import using (municipality_id = current_municipality());
grant select, insert, delete on register_import to lagesbild_app;

-- A file may give one unit's name to another: names are compared when all of its rows have been written.
alter table organisation drop constraint organisation_municipality_id_name_key,
	add constraint organisation_municipality_id_name_key unique (municipality_id, name) deferrable;
alter table unit drop constraint unit_municipality_id_organisation_id_name_key,
	add constraint unit_municipality_id_organisation_id_name_key
		unique (municipality_id, organisation_id, name) deferrable;

-- While the table is small these look as good as its key for finding a contact, and a plan made then reads a whole
-- municipality for each of ten thousand rows. Nothing else needs them.
drop index contact_email;
drop index contact_organisation;
