import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriesFormSchema } from '#lib/rounds/seriesForm.ts';
import type { Answers } from '#lib/instruments/instrument.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { readAddress } from '#lib/lagesbild/lagesbildAddress.ts';
import { demonstrationMethod, demonstrationTexts } from '#lib/server/demonstration/reportTexts.ts';
import { tokenInLetter } from '#lib/server/demonstration/tokenInLetter.ts';
import { listLetters } from '#lib/server/invitations/listLetters.ts';
import { sweep } from '#lib/server/jobs/sweep.ts';
import { approveAndPublish } from '#lib/server/lagesbild/approveAndPublish.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { readPublished } from '#lib/server/lagesbild/readPublished.ts';
import { submitForReview } from '#lib/server/lagesbild/reviewLagesbild.ts';
import { saveTexts } from '#lib/server/lagesbild/saveTexts.ts';
import { openPage } from '#lib/server/responses/openPage.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { planRound } from '#lib/server/rounds/changeTimetable.ts';
import { createRound } from '#lib/server/rounds/createRound.ts';
import { proposeRound } from '#lib/server/rounds/proposeRound.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { createSeries } from '#lib/server/rounds/saveSeries.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Result } from '#lib/shared/result.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import { insertSmallMunicipality, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock('2026-05-18T09:00:00Z');
let database: TestDatabase;
let municipality: SmallMunicipality;
let seriesId: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	municipality = await insertSmallMunicipality(
		database.application,
		'9998',
		['Norr', 'Söder', 'Öster', 'Väster', 'Hamnen', 'Slätten'].map((name) => ['polis', name] as const)
	);
	const typed = {
		title: 'Unga på nätet',
		theme: 'Övergrepp på nätet',
		rhythm: 'each-third',
		answeringDays: '14',
		firstReminder: '7',
		secondReminder: '14',
		lastReminder: '3',
		legalBasis: 'Lagen (2023:196), 4–6 §§'
	};
	const made = await createSeries(
		database.application,
		municipality.actors.samordnare,
		seriesFormSchema.parse(typed)
	);
	seriesId = done(made);
});
afterAll(() => database.close());

function done<Value>(result: Result<Value, string>): Value {
	if (!result.ok) throw new Error(result.refusal);
	return result.value;
}

interface OpenedThird {
	readonly roundId: string;
	readonly closesOn: CalendarDate;
	/** The units' links, in the order of their names. */
	readonly tokens: readonly string[];
}

/** The round that is proposed next, planned, and opened by its timetable. */
async function openedRound(): Promise<OpenedThird> {
	const { application } = database;
	const { samordnare } = municipality.actors;
	const { dates, threshold, units } = done(await proposeRound(application, samordnare, seriesId));
	const unitIds = units.map(({ unit }) => unit.unitId);
	const { roundId } = done(
		await createRound(application, samordnare, { seriesId, ...dates, threshold, unitIds })
	);
	done(await planRound(application, samordnare, roundId));
	clock.set(`${dates.opensOn}T09:30:00Z`);
	await sweep(application);
	const { letters } = done(await listLetters(application, samordnare, roundId));
	const inOrder = letters.toSorted((a, b) => a.recipientName.localeCompare(b.recipientName, 'sv'));
	return {
		roundId,
		closesOn: dates.closesOn,
		tokens: inOrder.map(({ body }) => tokenInLetter(body) ?? '')
	};
}

async function answerAndClose(
	{ tokens, closesOn }: OpenedThird,
	answersOf: (place: number) => Answers
): Promise<void> {
	const { application } = database;
	for (const [place, token] of tokens.entries()) {
		done(await saveDraft(application, token, { answers: answersOf(place), page: 7 }));
		done(await submitAnswers(application, { token, asksAboutTexts: false }));
	}
	clock.set(`${closesOn}T23:30:00Z`);
	await sweep(application);
}

async function published(roundId: string, name: string): Promise<Lagesbild> {
	const { application } = database;
	const { samordnare, granskare } = municipality.actors;
	done(await saveMethod(application, samordnare, { roundId, method: demonstrationMethod }));
	const compiled = await compileLagesbild(application, samordnare, roundId);
	if (!compiled.ok) throw new Error(compiled.refusal);
	const { lagesbildId } = compiled.value;
	const { stored } = done(await readLagesbild(application, samordnare, lagesbildId));
	const texts = demonstrationTexts(2026, stored.texts);
	done(await saveTexts(application, samordnare, { lagesbildId, revision: stored.textsRevision, texts }));
	done(await submitForReview(application, samordnare, lagesbildId));
	const { revision } = done(await readLagesbild(application, granskare, lagesbildId)).stored;
	done(await approveAndPublish(application, granskare, { lagesbildId, revision }));
	const place = readAddress(`unga-pa-natet-${name}`);
	if (!place) throw new Error('The address of a third cannot be read');
	return done(await readPublished(application, { ...place, slug: 'provby-9998' })).lagesbild;
}

/** The row of the buyers whom the police know of, as the report compares it: column → what stands in it. */
function comparedBuyers({ tables }: Lagesbild): Record<string, unknown> | null {
	const table = tables.find(({ id }) => id === 'utveckling');
	const row = table?.rows.find(({ id }) => id === 'kopare-polis');
	if (!table || !row) return null;
	return Object.fromEntries(
		table.columns.map(({ title }, place) => {
			const cell = row.cells[place];
			return [title, cell?.kind === 'number' ? cell.value : cell?.kind === 'text' ? cell.text : cell?.kind];
		})
	);
}

const paragraphs = ({ chapters }: Lagesbild): string[] =>
	chapters.flatMap(({ sections }) =>
		sections.flatMap(({ blocks }) =>
			blocks.flatMap((block) =>
				block.kind === 'paragraph' && typeof block.text === 'string' ? [block.text] : []
			)
		)
	);

it(
	'are asked, closed, protected and published one after the other, each beside the one before',
	{
		timeout: 60_000
	},
	async () => {
		const first = await openedRound();
		// 10 + 11 + 12 + 13 + 14 + 15 = 75
		await answerAndClose(first, (place) => policeAnswers({ P3_antal: 10 + place }));
		const before = await published(first.roundId, '2026-t1');
		expect([before.title, before.period, comparedBuyers(before)]).toEqual([
			'Lägesbild tertial 1 2026: Unga på nätet, Provby 9998',
			{ from: '2026-01-01', to: '2026-04-30' },
			null
		]);

		const second = await openedRound();
		const own = done(await openPage(database.application, second.tokens[0] ?? '')).previous;
		expect([own?.period, own?.counts.find(({ code }) => code === 'P3')?.answer]).toEqual([
			'1 januari–30 april 2026',
			10
		]);
		// 30 + 32 + 34 + 36 + 38 + 40 = 210
		await answerAndClose(second, (place) => policeAnswers({ P3_antal: 30 + 2 * place }));
		const after = await published(second.roundId, '2026-t2');
		expect([after.title, after.period]).toEqual([
			'Lägesbild tertial 2 2026: Unga på nätet, Provby 9998',
			{ from: '2026-05-01', to: '2026-08-31' }
		]);
		expect(comparedBuyers(after)).toEqual({
			'Enheter med antal båda gångerna': 6,
			'2026T1': 75,
			'2026T2': 210,
			'Alla enheter 2026T1': 75,
			'Alla enheter 2026T2': 210,
			'Är skillnaden större än slumpen kan ge?': 'Ja, fler',
			'Orsak som flest enheter anger': 'Ingen uppgift om orsak'
		});
		expect(after.summary.at(-1)).toBe(
			'Förändring: de 6 enheter i polisen som angav antal båda gångerna räknade 54 vuxna som fått ersättning för sex under tertial 1 2026 och 54 under tertial 2 2026. Orsak som flest anger: Ingen orsak angiven.'
		);
		expect(paragraphs(after)).toContain(
			'Talen för tertial 2 2026 jämförs med omgången före, tertial 1 2026, och inte med tertial 2 2025. En skillnad kan därför bero på årstiden.'
		);
	}
);
