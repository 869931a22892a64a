-- What was sent, sealed under the code on the receipt: only who has the code can correct it. copy_id is derived from the
-- code under a key that is not in the database. The rows are deleted when the round is closed.

create table sent_copy (
	municipality_id municipality_code not null,
	copy_id bytea not null check (length(copy_id) = 32),
	round_id uuid not null,
	sealed bytea not null check (length(sealed) <= 4000000),
	primary key (municipality_id, copy_id),
	foreign key (municipality_id, round_id) references round on delete cascade
);

-- Sealed bytes cannot be compressed: do not try.
alter table sent_copy alter column sealed set storage external;

alter table sent_copy enable row level security;
create policy own_municipality on sent_copy using (municipality_id = current_municipality());
grant select, insert, update, delete on sent_copy to lagesbild_app;
