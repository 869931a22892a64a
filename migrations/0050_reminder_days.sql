-- When those who have not answered are reminded: so many days after opening, and before the last day. A series has its own, which
-- its next round begins with and may change; null is no such reminder.

alter table series
	add column first_reminder integer default 7 check (first_reminder between 3 and 90),
	add column second_reminder integer default 14 check (second_reminder between 1 and 90),
	add column last_reminder integer default 3 check (last_reminder between 1 and 90),
	add constraint series_reminders_in_order check (second_reminder > last_reminder);

alter table round
	add column first_reminder integer default 7 check (first_reminder between 3 and 90),
	add column second_reminder integer default 14 check (second_reminder between 1 and 90),
	add column last_reminder integer default 3 check (last_reminder between 1 and 90),
	add constraint round_reminders_in_order check (second_reminder > last_reminder);
