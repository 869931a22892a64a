import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hiddenCount } from '#lib/lagesbild/hiddenCount.ts';
import type { DisclosureProtocol } from '#lib/disclosure/protection.ts';
import type { Application } from '#lib/server/application.ts';
import { withMunicipality, type Sql } from '#lib/server/db/connection.ts';
import { sjovalla } from '#lib/server/demonstration/sjovalla.ts';
import { gatherAnswers } from '#lib/server/lagesbild/gatherAnswers.ts';
import { findLagesbild } from '#lib/server/lagesbild/lagesbildStore.ts';
import { listPublishedLagesbilder } from '#lib/server/lagesbild/publicationStore.ts';
import { listResponses } from '#lib/server/responses/responseStore.ts';
import { findRound } from '#lib/server/rounds/roundStore.ts';
import type { RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import { attackRounds, type PublishedYear } from '../../support/attackRounds.ts';
import { comparedFigures } from '../../support/comparedFigures.ts';
import { IndependentFigures } from '../../support/independentFigures.ts';
import { describeDemonstration } from '#lib/server/demonstration/describeDemonstration.ts';
import { loadDemonstration } from '#lib/server/demonstration/loadDemonstration.ts';
import { listPublished, readPublished, readPublishedFile } from '#lib/server/lagesbild/readPublished.ts';
import type { RoundRows, UnitRow } from '../../support/unitRows.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;

beforeAll(async () => {
	database = await openTestDatabase();
	expect(await loadDemonstration(database.application)).toBe(true);
}, 300_000);
afterAll(() => database.close());

type AnsweredYear = PublishedYear & { readonly rows: RoundRows; readonly protocol: DisclosureProtocol };

/** The answers as they were sent, read unit by unit and not as a compilation reads them. */
async function storedRows(sql: Sql, roundId: string, answers: RoundAnswers): Promise<RoundRows> {
	const stored = (await listResponses(sql, roundId)).map(({ pseudonym, sector, packed }): UnitRow => {
		const unit = Buffer.from(pseudonym).toString('hex');
		return { unit, organisation: unit, sector, row: packed };
	});
	const sectors = answers.sectors.map((each) => ({
		...each,
		units: stored.filter(({ sector }) => sector === each.sector)
	}));
	return { ...answers, sectors };
}

/** What was published, with the answers behind it, year by year. */
async function publishedYears(application: Application): Promise<AnsweredYear[]> {
	return await withMunicipality(application.database, sjovalla.municipalityId, async (sql) => {
		const published = (await listPublishedLagesbilder(sql)).toReversed();
		const years: AnsweredYear[] = [];
		for (const { lagesbildId } of published) {
			const stored = await findLagesbild(sql, lagesbildId);
			const round = stored && (await findRound(sql, stored.roundId));
			if (!stored || !round) throw new Error('A published lägesbild without its round');
			const answers = await gatherAnswers(application, sql, round);
			const rows = await storedRows(sql, stored.roundId, answers);
			const { tables, protocol } = stored.released;
			years.push({ answers, rows, tables, protocol });
		}
		return years;
	});
}

describe('the demonstration', () => {
	it('is loaded into an empty database only', async () => {
		expect(await loadDemonstration(database.application)).toBe(false);
	});

	it('has two published years, each with its three files', async () => {
		const published = await listPublished(database.application);
		expect(published.map(({ slug, address }) => `${slug}/${address}`)).toEqual([
			'sjovalla/2025',
			'sjovalla/2024'
		]);
		for (const year of [2024, 2025]) {
			for (const file of ['lagesbild.pdf', 'tabellbilaga.pdf', 'tjansteskrivelse.docx', 'tabeller.csv']) {
				const read = await readPublishedFile(database.application, { slug: 'sjovalla', year, file });
				expect(read.ok && read.value.bytes.length > 2000).toBe(true);
			}
		}
	});

	it('has hidden cells, every one of them certified', async () => {
		const read = await readPublished(database.application, { slug: 'sjovalla', year: 2025 });
		const protocol = read.ok ? read.value.lagesbild.protocol : null;
		expect(protocol?.verified).toBe(true);
		const [, newest] = await publishedYears(database.application);
		expect(newest?.protocol.hiddenByReason.threshold).toBeGreaterThan(0);
		expect(newest?.protocol.hiddenByReason.complementary).toBeGreaterThan(0);
		expect(protocol?.hidden).toBe(newest && hiddenCount(newest.protocol));
	});

	it('has themes of free text, and a quotation where its theme is shown', async () => {
		const found: unknown[] = [];
		for (const year of [2024, 2025]) {
			const read = await readPublished(database.application, { slug: 'sjovalla', year });
			const { tables, chapters } = read.ok ? read.value.lagesbild : { tables: [], chapters: [] };
			const blocks = chapters.flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
			const sources = blocks.flatMap((block) => (block.kind === 'quote' ? [block.source] : []));
			found.push([year, tables.some(({ id }) => id === 'tema-Z7'), sources]);
		}
		expect(found).toEqual([
			[2024, true, ['Tema: Samverkan och kontaktvägar. Återgivet med andra ord.']],
			[2025, true, ['Tema: Tillgängligt stöd. Återgivet med andra ord.']]
		]);
	});

	it('prints no number that a second computation from the stored answers does not give', async () => {
		const years = await publishedYears(database.application);
		const checked = years.map(({ rows, tables }, place) =>
			comparedFigures(tables, new IndependentFigures(rows, years[place - 1]?.rows))
		);
		expect(checked.flatMap(({ differing }) => differing)).toEqual([]);
		expect(Math.min(...checked.map(({ compared }) => compared))).toBeGreaterThan(2000);
	});

	it('withstands a reader of both years who knows how the numbers came about', async () => {
		const years = await publishedYears(database.application);
		const { targets, found } = await attackRounds(years);
		expect(found).toEqual([]);
		expect(targets).toBeGreaterThan(200);
	}, 300_000);

	it('has a link that can be answered in each sector', async () => {
		const guide = await describeDemonstration(database.application);
		expect(guide?.links.map((link) => link.sector)).toEqual([
			'polis',
			'socialtjanst',
			'skola',
			'civilsamhalle'
		]);
		expect(guide?.signIns.map((signIn) => signIn.role)).toEqual(['samordnare', 'granskare', 'lasare']);
	});
});
