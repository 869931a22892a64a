-- A changed definition breaks a series; a law that is new, or changes something else, does not.

alter table reference_event drop constraint reference_event_kind_check,
	add constraint reference_event_kind_check
		check (kind in ('lag', 'definition', 'insats', 'verksamhet', 'annat'));
