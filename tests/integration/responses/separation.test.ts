import { createHash, hkdfSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writtenCode, type CorrectionCode } from '#lib/responses/correctionCode.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { shareLink } from '#lib/server/responses/shareLink.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	type OpenedRound,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock('2026-01-16T09:00:00Z');
let database: TestDatabase;
let municipality: SmallMunicipality;
let round: OpenedRound;
let correctionCode: CorrectionCode;
let colleague: string;

const answerTables = [
	'unit_response',
	'answer_piece',
	'opinion_tally',
	'free_text_answer',
	'sent_copy'
] as const;

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	municipality = await insertSmallMunicipality(database.application, '9998');
	round = await openedRoundIn(database.application, municipality);
	const police = round.tokens.get('Lokalpolisområde Prov') ?? '';
	await saveDraft(database.application, police, { answers: policeAnswers(), page: 7 });
	const sent = await submitAnswers(database.application, { token: police, asksAboutTexts: false });
	if (!sent.ok) throw new Error(sent.refusal);
	correctionCode = sent.value.correctionCode;
	const unsent = round.tokens.get('Föreningen Lyktan') ?? '';
	const shared = await shareLink(database.application, unsent, {
		name: 'Hemlig kollega',
		task: '',
		pages: []
	});
	if (!shared.ok) throw new Error(shared.refusal);
	colleague = shared.value.address.slice(-22);
	await saveDraft(database.application, unsent, { answers: { Z7: 'Hemligt utkast' }, page: 1 });
});
afterAll(() => database.close());

/** Everything an attacker who has the database reads, as one text a table. */
async function dump(): Promise<Map<string, string>> {
	const tables = await database.owner.sql<{ name: string }[]>`
		select table_schema || '.' || table_name as name from information_schema.tables
		where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`;
	const texts = new Map<string, string>();
	for (const { name } of tables) {
		const rows = await database.owner.sql.unsafe(`select to_jsonb(t)::text as row from ${name} t`);
		texts.set(name, rows.map((row) => String(row['row'])).join('\n'));
	}
	return texts;
}

describe('the schema', () => {
	it('has, in the tables of answers, only columns that name neither invitation, unit, person nor moment', async () => {
		const columns = await database.owner.sql<{ table: string; column: string; type: string }[]>`
			select table_name as table, column_name as column, coalesce(domain_name, data_type) as type
			from information_schema.columns where table_name in ${database.owner.sql([...answerTables, 'draft', 'shared_link'])}
			order by 1, 2`;
		expect(columns.map(({ table, column, type }) => `${table}.${column} ${type}`)).toEqual([
			'answer_piece.answers bytea',
			'answer_piece.municipality_id municipality_code',
			'answer_piece.piece integer',
			'answer_piece.round_id uuid',
			'answer_piece.sector sector_code',
			'answer_piece.unit_pseudonyms bytea',
			'answer_piece.units integer',
			'draft.draft_id bytea',
			'draft.municipality_id municipality_code',
			'draft.round_id uuid',
			'draft.sealed bytea',
			'free_text_answer.free_text_id uuid',
			'free_text_answer.item text',
			'free_text_answer.municipality_id municipality_code',
			'free_text_answer.round_id uuid',
			'free_text_answer.sealed bytea',
			'free_text_answer.sector sector_code',
			'opinion_tally.answers integer',
			'opinion_tally.municipality_id municipality_code',
			'opinion_tally.option text',
			'opinion_tally.round_id uuid',
			'opinion_tally.sector sector_code',
			'opinion_tally.variable text',
			'sent_copy.copy_id bytea',
			'sent_copy.municipality_id municipality_code',
			'sent_copy.round_id uuid',
			'sent_copy.sealed bytea',
			'shared_link.giver bytea',
			'shared_link.link_hash bytea',
			'shared_link.municipality_id municipality_code',
			'shared_link.round_id uuid',
			'shared_link.sealed_note bytea',
			'shared_link.sealed_token bytea',
			'unit_response.answered_on date',
			'unit_response.municipality_id municipality_code',
			'unit_response.packed ARRAY',
			'unit_response.round_id uuid',
			'unit_response.sector sector_code',
			'unit_response.unit_pseudonym bytea',
			'unit_response.variable_count integer'
		]);
	});

	it('has no sequence and no generated number that would tell the order', async () => {
		const sequences = await database.owner.sql`
			select sequence_name from information_schema.sequences where sequence_schema = 'public'`;
		expect(sequences).toHaveLength(0);
	});

	it('joins the tables of answers to nothing but the round and its questionnaire', async () => {
		const targets = await database.owner.sql<{ target: string }[]>`
			select distinct confrelid::regclass::text as target from pg_constraint
			where contype = 'f' and conrelid::regclass::text in ${database.owner.sql([...answerTables, 'draft', 'shared_link'])}
			order by 1`;
		expect(targets.map((row) => row.target)).toEqual(['round', 'round_questionnaire']);
	});

	it('keeps in the invitation no trace of opening or answering', async () => {
		const columns = await database.owner.sql<{ column: string }[]>`
			select column_name as column from information_schema.columns where table_name = 'invitation' order by 1`;
		expect(columns.map((row) => row.column)).toEqual([
			'invitation_id',
			'issued_on',
			'municipality_id',
			'round_id',
			'token_hash',
			'unit_id',
			'withdrawn_on'
		]);
	});
});

describe('whoever reads the whole database', () => {
	it('finds no link, and no word of a free text, a draft or a letter', async () => {
		const everything = [...(await dump()).values()].join('\n');
		const secrets = [
			...round.tokens.values(),
			colleague,
			'Hemlig kollega',
			correctionCode,
			writtenCode(correctionCode),
			'Hemlig fritext',
			'Hemligt utkast',
			'Er personliga länk',
			'/svara/'
		];
		const hex = (text: string) => Buffer.from(text).toString('hex');
		expect(secrets.filter((each) => everything.includes(each) || everything.includes(hex(each)))).toEqual([]);
	});

	it('finds no value, however it is hashed, that stands both with an answer and with an invitation or a unit', async () => {
		const tables = await dump();
		const identifiers = (names: readonly string[]) =>
			new Set(
				names.flatMap((name) => tables.get(`public.${name}`)?.match(/[0-9a-f]{64}|[0-9a-f-]{36}/g) ?? [])
			);
		const answerSide = identifiers([...answerTables, 'draft', 'shared_link']);
		const identitySide = identifiers(['invitation', 'asked_unit', 'unit', 'organisation', 'outbox_message']);
		answerSide.delete(round.roundId);
		const hashed = [...identitySide].flatMap((value) => [
			value,
			createHash('sha256').update(value).digest('hex'),
			createHash('sha256')
				.update(Buffer.from(value.replaceAll('-', ''), 'hex'))
				.digest('hex'),
			createHash('sha256').update(`${municipality.seriesId}/${value}`).digest('hex')
		]);
		expect(hashed.filter((value) => answerSide.has(value))).toEqual([]);
	});

	it('finds no row that a code, found on a receipt, leads to without the program’s key', async () => {
		const everything = [...(await dump()).values()].join('\n');
		const written = [correctionCode, writtenCode(correctionCode)];
		const guesses = written.flatMap((code) => [
			createHash('sha256').update(code).digest('hex'),
			...['id', 'key'].map((use) =>
				Buffer.from(hkdfSync('sha256', code, 'lagesbild/sent-copy/1', use, 32)).toString('hex')
			)
		]);
		expect(guesses.filter((guess) => everything.includes(guess))).toEqual([]);
	});

	it('finds copies for correcting whose length tells nothing', async () => {
		const copies = await database.owner.sql<{ length: number }[]>`
			select length(sealed) as length from sent_copy`;
		// Version byte, nonce, tag and whole padding blocks of 2 048.
		expect(copies.map(({ length }) => (length - 1 - 12 - 16) % 2048)).toEqual([0]);
	});

	it('finds opinions as sums of the sector, and texts whose length tells nothing', async () => {
		const tallies = await database.owner.sql`
			select sector, variable, option, answers from opinion_tally order by option`;
		expect(tallies).toEqual([
			{ sector: 'polis', variable: 'Z6', option: 'beroende', answers: 1 },
			{ sector: 'polis', variable: 'Z6', option: 'besvarad', answers: 1 }
		]);
		const [text] = await database.owner.sql<{ length: number }[]>`
			select length(sealed) as length from free_text_answer`;
		// Version byte, nonce, tag and one padding block of 512.
		expect(text?.length).toBe(1 + 12 + 16 + 512);
	});

	it('finds nothing of answers or links in the log or the audit log', async () => {
		const audit = (await dump()).get('public.audit_event') ?? '';
		const log = database.logged.join('\n');
		const tokens = [...round.tokens.values()];
		expect(tokens.filter((token) => log.includes(token) || audit.includes(token))).toEqual([]);
		expect(audit).not.toMatch(/answer|response|svar/);
	});

	it('finds, when the round has been closed, all its answers written by one and the same transaction', async () => {
		const closed = await closeRound(database.application, municipality.actors.samordnare, round.roundId);
		expect(closed.ok).toBe(true);
		const writers = await database.owner.sql<{ xmin: string }[]>`
			select xmin::text from unit_response union select xmin::text from free_text_answer
			union select xmin::text from opinion_tally union select xmin::text from answer_piece`;
		expect(writers).toHaveLength(1);
	});

	it('finds them once more by variable, under the same pseudonyms in the order of these', async () => {
		const [found] = await database.owner.sql`
			select (select string_agg(unit_pseudonym, '' order by unit_pseudonym) from unit_response)
				= (select string_agg(unit_pseudonyms, '' order by sector, piece) from answer_piece) as same`;
		expect(found).toEqual({ same: true });
	});

	it('finds, when the round has been closed, no copy, draft or way back to what a link sent', async () => {
		expect(await database.owner.sql`select 1 from sent_copy`).toHaveLength(0);
		expect(await database.owner.sql`select 1 from draft`).toHaveLength(0);
		expect(await database.owner.sql`select 1 from shared_link`).toHaveLength(0);
	});
});
