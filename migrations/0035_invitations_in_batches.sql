-- A door for the program's own round: which open rounds have units that have not been invited yet, and nothing more.

create function rounds_with_uninvited_units() returns table (municipality text, round uuid)
	language sql stable security definer set search_path = public, pg_temp
	as $$
		select r.municipality_id::text, r.round_id from round r
		where r.opened_at is not null and r.closed_at is null and r.cancelled_at is null
			and exists (
				select from asked_unit a
				where a.municipality_id = r.municipality_id and a.round_id = r.round_id
					and not exists (
						select from invitation i
						where i.municipality_id = a.municipality_id and i.round_id = a.round_id and i.unit_id = a.unit_id
					)
			)
	$$;
revoke all on function rounds_with_uninvited_units() from public;
grant execute on function rounds_with_uninvited_units() to lagesbild_app;
