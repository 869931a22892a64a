-- A theme is offered from one round to another, and not from one year to another: a year may have three rounds. As `place`
-- of the round; a series whose rounds are parts of a year keeps the whole of a theme's last year.

alter table theme rename column active_from to first_place;
alter table theme rename column active_to to last_place;
alter table theme drop constraint theme_active_from_check, drop constraint theme_check;

update theme set first_place = first_place * 100,
	last_place = last_place * 100 + case
		when exists (
			select from round r
			where r.municipality_id = theme.municipality_id and r.series_id = theme.series_id and r.part is not null
		) then 12
		else 0
	end;

alter table theme
	add check (first_place between 200000 and 220012),
	add check (last_place between first_place and 220012);
