-- The themes that a series' free texts are coded by, and the coding. A code keeps its meaning for good, so that the same
-- code in two rounds is the same thing: a theme is ended, never deleted, and its words are fixed once it has been used.

create table theme (
	municipality_id municipality_code not null,
	series_id uuid not null,
	code text not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
	-- Its place in the list.
	place integer not null check (place > 0),
	label short_text not null,
	description text not null check (length(description) between 1 and 1000),
	-- The years of the rounds that it is offered in.
	active_from integer not null check (active_from between 2000 and 2200),
	active_to integer check (active_to between active_from and 2200),
	is_used boolean not null default false,
	primary key (municipality_id, series_id, code),
	foreign key (municipality_id, series_id) references series
);

create unique index theme_one_of_a_name on theme (municipality_id, series_id, lower(label));

create function refuse_new_meaning() returns trigger
	language plpgsql as $$
begin
	if old.is_used and (new.label, new.description, new.is_used) is distinct from (old.label, old.description, true) then
		raise exception 'a theme that has been used keeps its meaning' using errcode = 'check_violation', constraint = 'theme_keeps_its_meaning';
	end if;
	return new;
end $$;

create trigger theme_keeps_its_meaning before update on theme for each row execute function refuse_new_meaning();

-- How a text has been coded. Neither who nor when: no time stands beside a text. It outlives the text, whose words are
-- gone when the round's key is: that is why nothing refers to free_text_answer.
create table coded_text (
	municipality_id municipality_code not null,
	free_text_id uuid not null,
	round_id uuid not null,
	sector sector_code not null,
	item text not null check (length(item) between 1 and 200),
	-- Counts the changes, so that two who code at once do not overwrite each other.
	revision integer not null check (revision > 0),
	-- False when the coding has been taken back.
	is_coded boolean not null,
	primary key (municipality_id, free_text_id),
	foreign key (municipality_id, round_id) references round
);

create index coded_text_of_round on coded_text (municipality_id, round_id);

create table text_theme (
	municipality_id municipality_code not null,
	free_text_id uuid not null,
	series_id uuid not null,
	code text not null,
	primary key (municipality_id, free_text_id, code),
	foreign key (municipality_id, free_text_id) references coded_text on delete cascade,
	foreign key (municipality_id, series_id, code) references theme
);

alter table theme enable row level security;
alter table coded_text enable row level security;
alter table text_theme enable row level security;
create policy own_municipality on theme using (municipality_id = current_municipality());
create policy own_municipality on coded_text using (municipality_id = current_municipality());
create policy own_municipality on text_theme using (municipality_id = current_municipality());
grant select, insert, update on theme, coded_text to lagesbild_app;
grant select, insert, delete on text_theme to lagesbild_app;
