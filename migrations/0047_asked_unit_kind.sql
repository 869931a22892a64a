-- The kind of organisation that a unit belonged to when it was asked: response is told by it, and the register changes.
-- Nothing of who has answered stands here.

alter table asked_unit add column organisation_kind text check (organisation_kind in (
	'police', 'social_services', 'school', 'civil_society', 'housing_or_hospitality', 'health_care',
	'county_board_or_coordinator', 'other_authority'));

update asked_unit a
set organisation_kind = o.kind
from unit u
join organisation o using (municipality_id, organisation_id)
where u.municipality_id = a.municipality_id and u.unit_id = a.unit_id;

alter table asked_unit alter column organisation_kind set not null;
