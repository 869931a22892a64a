-- What a series is about, in the words of the law and the council, beside the name that its questionnaires and letters bear.

alter table series add column theme short_text;
update series set theme = title;
alter table series alter column theme set not null;
