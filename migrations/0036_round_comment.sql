-- What the staff note about a round while it runs: why a unit is late, what was agreed by telephone. Kept with the round.

create table round_comment (
	municipality_id municipality_code not null,
	comment_id uuid not null,
	round_id uuid not null,
	written_at timestamptz not null,
	written_by uuid not null,
	text text not null check (length(text) between 1 and 2000),
	primary key (municipality_id, comment_id),
	foreign key (municipality_id, round_id) references round on delete cascade,
	foreign key (municipality_id, written_by) references staff_account (municipality_id, account_id)
);

create index round_comment_of_round on round_comment (municipality_id, round_id);

alter table round_comment enable row level security;
create policy own_municipality on round_comment using (municipality_id = current_municipality());
grant select, insert, delete on round_comment to lagesbild_app;
