-- A function keeps the plan of its first calls, made while a new round's tables are empty and reading them whole looks
-- cheapest, and goes on reading them whole while they grow: two thousand answers were read to look one up. Every row that
-- these functions ask for has an index.

alter function open_link(bytea, bytea, bytea, bytea, text) set enable_seqscan = off;
alter function send_answers(bytea, bytea, bytea, bytea, bytea, bytea, date, integer[], uuid[], text[], text[],
	bytea, bytea, text[], text[]) set enable_seqscan = off;
