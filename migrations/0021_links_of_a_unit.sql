-- A reminder has a link of its own, since the one in the invitation is kept nowhere (docs/decisions/0121).
drop index invitation_one_valid;
create index invitation_of_unit on invitation (municipality_id, round_id, unit_id);
