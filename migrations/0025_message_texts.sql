-- What a municipality has written instead of the program's own texts, and how its mail is signed. The sender's address is the
-- installation's (MAIL_FROM): receivers check that the mail server may write in its name.

create table mail_setting (
	municipality_id municipality_code not null references municipality,
	-- Empty for the municipality's name.
	sender_name text not null check (length(sender_name) <= 100 and sender_name !~ '[[:cntrl:]]'),
	-- Empty for the samordnare's address.
	reply_to text not null check (length(reply_to) <= 254 and reply_to !~ '[[:space:][:cntrl:]]'),
	-- Empty for the samordnare's name and administration.
	signature text not null check (length(signature) <= 1000),
	primary key (municipality_id)
);

create table message_text (
	municipality_id municipality_code not null references municipality,
	kind text not null check (kind in ('invitation', 'reminder', 'thanks')),
	language text not null check (language in ('sv', 'en')),
	subject short_text not null,
	body text not null check (length(body) between 1 and 8000),
	primary key (municipality_id, kind, language)
);

alter table mail_setting enable row level security;
alter table message_text enable row level security;
create policy own_municipality on mail_setting using (municipality_id = current_municipality());
create policy own_municipality on message_text using (municipality_id = current_municipality());
grant select, insert, update, delete on mail_setting, message_text to lagesbild_app;
