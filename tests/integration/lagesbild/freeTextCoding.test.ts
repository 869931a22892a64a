import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/access/actor.ts';
import { demonstrationMethod, demonstrationTexts } from '#lib/server/demonstration/reportTexts.ts';
import { approveAndPublish } from '#lib/server/lagesbild/approveAndPublish.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { addTheme, endTheme, readThemes, rewordTheme } from '#lib/server/lagesbild/freetexts/changeThemes.ts';
import { decideQuotation, withdrawQuotation } from '#lib/server/lagesbild/freetexts/decideQuotation.ts';
import { proposeQuotation, readQuotableText } from '#lib/server/lagesbild/freetexts/proposeQuotation.ts';
import { readFreeTexts, type ReadText } from '#lib/server/lagesbild/freetexts/readFreeTexts.ts';
import { readQuotations } from '#lib/server/lagesbild/freetexts/readQuotations.ts';
import { readTextQuestions } from '#lib/server/lagesbild/freetexts/readTextQuestions.ts';
import { saveCoding, type TextChoice } from '#lib/server/lagesbild/freetexts/saveCoding.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { readPublishedFile } from '#lib/server/lagesbild/readPublished.ts';
import { submitForReview } from '#lib/server/lagesbild/reviewLagesbild.ts';
import { saveTexts } from '#lib/server/lagesbild/saveTexts.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { pdfStrings, zipTexts } from '../../support/documentText.ts';
import { movingClock } from '../../support/movingClock.ts';
import { policeAnswers } from '../../support/policeAnswers.ts';
import { insertSmallMunicipality, openedRoundIn } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

// One round from answers to publication; each test goes on where the one before it ended.

const places = ['Norr', 'Söder', 'Öster', 'Väster', 'Centrum', 'Hamnen', 'Dalen', 'Berget'];
// What each unit wrote is marked, so that it can be searched for in all that is put out.
const writtenBy = (place: string) => `Ordagrant${place.length}${place} hämtat ur vår egen text om möten`;
const wording = 'Regelbundna träffar gör det lättare att nå fram.';
const hiddenWording = 'Utbildning behövs, enligt några.';
const secretTheme = { label: 'Sällsynt ämne', description: 'Det som bara några få skriver om.' };

let database: TestDatabase;
let samordnare: Actor;
let granskare: Actor;
let lasare: Actor;
let seriesId: string;
let roundId: string;
let texts: readonly ReadText[];
let lagesbildId: string;

const z7 = () => ({ roundId, item: 'Z7' });

async function readTexts(): Promise<readonly ReadText[]> {
	const read = await readFreeTexts(database.application, samordnare, z7());
	if (!read.ok) throw new Error(read.refusal);
	return read.value.texts;
}

function choice(text: ReadText | undefined, themes: readonly string[]): TextChoice {
	if (!text) throw new Error('There is no such text');
	const { freeTextId, revision } = text;
	return { freeTextId, revision, themes, isWithoutTheme: themes.length === 0 };
}

async function save(choices: readonly TextChoice[], actor = samordnare) {
	return await saveCoding(database.application, actor, { roundId, choices });
}

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const { application } = database;
	const units = places.map((place) => ['polis', `Lokalpolisområde ${place}`] as const);
	const municipality = await insertSmallMunicipality(application, '9998', units);
	({ samordnare, granskare, lasare } = municipality.actors);
	({ seriesId } = municipality);
	const round = await openedRoundIn(application, municipality);
	({ roundId } = round);
	for (const place of places) {
		const token = round.tokens.get(`Lokalpolisområde ${place}`) ?? '';
		const answers = policeAnswers({ Z7: writtenBy(place), P21_motivera: '' });
		await saveDraft(application, token, { answers, page: 7 });
		const sent = await submitAnswers(application, { token, asksAboutTexts: false });
		if (!sent.ok) throw new Error(sent.refusal);
	}
});
afterAll(() => database.close());

describe('coding', () => {
	it('waits for the round to be closed, and is the samordnare’s', async () => {
		const { application } = database;
		expect(await save([])).toEqual({ ok: false, refusal: 'round-not-closed' });
		await closeRound(application, samordnare, roundId);
		expect(await save([], granskare)).toEqual({ ok: false, refusal: 'not-allowed' });
		expect(await readTextQuestions(application, lasare, roundId)).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
	});

	it('begins with the list that is shipped, to which the samordnare may add', async () => {
		const { application } = database;
		const added = { seriesId, words: secretTheme, activeFrom: 2026 };
		expect(await addTheme(application, granskare, added)).toEqual({ ok: false, refusal: 'not-allowed' });
		expect((await addTheme(application, samordnare, added)).ok).toBe(true);
		expect(await addTheme(application, samordnare, added)).toEqual({ ok: false, refusal: 'name-taken' });
		const list = await readThemes(application, samordnare, seriesId);
		expect(list.ok && list.value.themes.map(({ code }) => code)).toEqual(
			expect.arrayContaining(['samverkan', 'kunskap', 'sallsynt-amne'])
		);
	});

	it('is saved unfinished, and the overview tells how far it has come', async () => {
		texts = await readTexts();
		expect(texts).toHaveLength(places.length);
		expect(texts.map(({ coding }) => coding.state)).toEqual(places.map(() => 'uncoded'));
		const first = texts.slice(0, 6).map((text) => choice(text, ['samverkan']));
		expect(await save(first)).toEqual({ ok: true, value: { saved: 6, conflicts: [] } });
		const overview = await readTextQuestions(database.application, samordnare, roundId);
		expect(overview.ok && overview.value.questions).toEqual([
			{
				item: 'Z7',
				title: expect.stringContaining('?') as string,
				sectors: ['polis'],
				texts: 8,
				coded: 6
			}
		]);
	});

	it('of a text that somebody else has coded meanwhile is not overwritten, and the rest is saved', async () => {
		const { 0: taken, 6: free } = texts;
		const saved = await save([choice(taken, ['kunskap']), choice(free, ['sallsynt-amne'])]);
		expect(saved).toEqual({ ok: true, value: { saved: 1, conflicts: [taken?.freeTextId] } });
		const after = await readTexts();
		expect(after[0]?.coding).toEqual({ state: 'coded', themes: ['samverkan'] });
		expect(after[6]?.coding).toEqual({ state: 'coded', themes: ['sallsynt-amne'] });
	});

	it('of the same text by two at once is written once', async () => {
		const [one, other] = await Promise.all([
			save([choice(texts[7], ['kunskap'])]),
			save([choice(texts[7], ['halsa'])])
		]);
		const outcomes = [one, other].map((saving) => saving.ok && saving.value.saved);
		expect(outcomes.toSorted()).toEqual([0, 1]);
		const [row] = await database.owner.sql<{ revision: number }[]>`
			select revision from coded_text where free_text_id = ${texts[7]?.freeTextId ?? ''}`;
		expect(row?.revision).toBe(1);
	});

	it('takes neither a text of elsewhere nor a theme of no list', async () => {
		const [text] = await readTexts();
		expect(await save([choice(text, ['pahittat'])])).toEqual({ ok: false, refusal: 'unknown-theme' });
		const elsewhere = { ...choice(text, ['halsa']), freeTextId: '00000000-0000-4000-8000-000000000000' };
		expect(await save([elsewhere])).toEqual({ ok: false, refusal: 'unknown-text' });
	});

	it('fixes the words of the themes that it has used, in the program and in the database', async () => {
		const { application } = database;
		const words = { label: 'Något annat', description: 'Något annat.' };
		const reworded = await rewordTheme(application, samordnare, { seriesId, code: 'samverkan', words });
		expect(reworded).toEqual({ ok: false, refusal: 'in-use' });
		const attempt = database.owner.sql`update theme set label = 'Något annat' where code = 'samverkan'`;
		await expect(attempt).rejects.toMatchObject({ constraint_name: 'theme_keeps_its_meaning' });
		const boende = { seriesId, code: 'boende', lastYear: 2025 };
		expect((await endTheme(application, samordnare, boende)).ok).toBe(true);
		expect(await save([choice((await readTexts())[0], ['boende'])])).toEqual({
			ok: false,
			refusal: 'unknown-theme'
		});
	});

	it('has no time, no person and no link to a unit beside a text', async () => {
		const columns = await database.owner.sql<{ name: string }[]>`
			select column_name as name from information_schema.columns
			where table_name in ('coded_text', 'text_theme') order by 1`;
		expect([...new Set(columns.map(({ name }) => name))]).toEqual([
			'code',
			'free_text_id',
			'is_coded',
			'item',
			'municipality_id',
			'revision',
			'round_id',
			'sector',
			'series_id'
		]);
	});
});

describe('a quotation', () => {
	const propose = (text: ReadText | undefined, proposal: { theme: string; wording: string }) =>
		proposeQuotation(database.application, samordnare, {
			roundId,
			freeTextId: text?.freeTextId ?? '',
			...proposal
		});
	let shownId = '';
	let hiddenId = '';

	it('is refused in the text’s own words, and under a theme that the text is not about', async () => {
		const opened = await readQuotableText(database.application, samordnare, {
			roundId,
			freeTextId: texts[0]?.freeTextId ?? ''
		});
		const original = opened.ok ? opened.value.text.parts.map(({ text }) => text).join('') : '';
		expect(original).toMatch(/^Ordagrant/);
		const refusalOf = async (theme: string, words: string) => {
			const proposed = await propose(texts[0], { theme, wording: words });
			return proposed.ok ? null : proposed.refusal;
		};
		expect([
			await refusalOf('samverkan', original),
			await refusalOf('samverkan', 'Det är hämtat ur vår egen text om vad vi gör.'),
			await refusalOf('samverkan', 'Ring Anna på 070-174 06 05 om träffarna.'),
			await refusalOf('halsa', wording)
		]).toEqual(['same-words', 'copied-run', 'personal-data', 'theme-not-of-text']);
	});

	it('waits sealed for a second person, who sees the text beside it', async () => {
		const proposed = await propose(texts[0], { theme: 'samverkan', wording });
		const other = await propose(texts[6], { theme: 'sallsynt-amne', wording: hiddenWording });
		if (!proposed.ok || !other.ok) throw new Error('A proposal was refused');
		shownId = proposed.value.quotationId;
		hiddenId = other.value.quotationId;
		expect(await propose(texts[0], { theme: 'samverkan', wording })).toEqual({
			ok: false,
			refusal: 'already-proposed'
		});
		const [row] = await database.owner.sql<{ text: string; wording: string | null }[]>`
			select encode(sealed, 'escape') as text, wording from quotation where quotation_id = ${shownId}`;
		expect(row?.wording).toBeNull();
		expect(row?.text).not.toContain('träffar');
		const view = await readQuotations(database.application, granskare, roundId);
		const first = view.ok ? view.value.quotations.find((each) => each.quotationId === shownId) : undefined;
		expect([first?.state, first?.wording, first?.mayDecide]).toEqual(['proposed', wording, true]);
		expect(first?.original?.map(({ text }) => text).join('')).toMatch(/^Ordagrant/);
		expect(await readQuotations(database.application, lasare, roundId)).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
	});

	it('is decided by a granskare who did not propose it, which the database sees to as well', async () => {
		const { application } = database;
		const decision = {
			roundId,
			quotationId: shownId,
			isApproved: true,
			reason: 'Kan inte knytas till någon.'
		};
		expect(await decideQuotation(application, samordnare, decision)).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
		const sameInOtherRole: Actor = { ...samordnare, role: 'granskare' };
		expect(await decideQuotation(application, sameInOtherRole, decision)).toEqual({
			ok: false,
			refusal: 'same-person'
		});
		const attempt = database.owner.sql`
			update quotation set decided_at = now(), decided_by = proposed_by, is_approved = false, reason = 'x'
			where quotation_id = ${shownId}`;
		await expect(attempt).rejects.toMatchObject({ constraint_name: 'quotation_by_two' });
		expect((await decideQuotation(application, granskare, decision)).ok).toBe(true);
		expect(await decideQuotation(application, granskare, decision)).toEqual({
			ok: false,
			refusal: 'already-decided'
		});
		const approved = { ...decision, quotationId: hiddenId };
		expect((await decideQuotation(application, granskare, approved)).ok).toBe(true);
		const change = database.owner.sql`update quotation set wording = 'Annat' where quotation_id = ${shownId}`;
		await expect(change).rejects.toMatchObject({ constraint_name: 'quotation_is_fixed' });
	});

	it('is recorded step by step', async () => {
		const recorded = await database.owner.sql<{ action: string }[]>`
			select distinct action from audit_event where action ~ '^(quotation|theme|free-text)' order by 1`;
		expect(recorded.map(({ action }) => action)).toEqual([
			'free-texts-coded',
			'free-texts-read',
			'quotation-approved',
			'quotation-proposed',
			'quotations-read',
			'themes-changed'
		]);
	});
});

async function compiled() {
	const outcome = await compileLagesbild(database.application, samordnare, roundId);
	if (!outcome.ok) throw new Error(outcome.refusal);
	({ lagesbildId } = outcome.value);
	const read = await readLagesbild(database.application, samordnare, lagesbildId);
	if (!read.ok) throw new Error(read.refusal);
	return read.value;
}

describe('a lägesbild', () => {
	it('shows a theme with its quotation, and neither a theme in few texts nor what is quoted under it', async () => {
		const { stored, content } = await compiled();
		expect(stored.quotations.map(({ theme, outcome }) => [theme, outcome]).toSorted()).toEqual([
			['sallsynt-amne', 'theme-hidden'],
			['samverkan', 'shown']
		]);
		const table = content.tables.find(({ id }) => id === 'tema-Z7');
		expect(table?.rows.map(({ title, cells }) => [title, cells])).toEqual([
			['Samverkan och kontaktvägar', [{ kind: 'number', value: 6 }]],
			['Texter i allt', [{ kind: 'number', value: 8 }]]
		]);
		const words = JSON.stringify(content);
		expect(words).toContain(wording);
		expect([hiddenWording, secretTheme.label, 'Ordagrant'].filter((text) => words.includes(text))).toEqual(
			[]
		);
	});

	it('leaves out a question in the middle of its coding, and its quotations', async () => {
		const [text] = await readTexts();
		const undone = { ...choice(text, []), isWithoutTheme: false };
		expect((await save([undone])).ok).toBe(true);
		const { stored, content } = await compiled();
		expect(stored.quotations.map(({ outcome, wording: kept }) => [outcome, kept])).toEqual([
			['question-not-coded', null],
			['question-not-coded', null]
		]);
		expect(content.tables.filter(({ id }) => id.startsWith('tema-'))).toEqual([]);
	});

	it('leaves out a quotation whose text is no longer about its theme', async () => {
		const [text, ...others] = await readTexts();
		await save([choice(text, ['kunskap'])]);
		const [seventh] = others.filter(
			({ coding }) => coding.state === 'coded' && coding.themes.includes('sallsynt-amne')
		);
		await save([choice(seventh, ['samverkan'])]);
		const { stored } = await compiled();
		expect(stored.quotations.map(({ outcome }) => outcome)).toEqual([
			'theme-not-of-text',
			'theme-not-of-text'
		]);
		const after = await readTexts();
		await save([choice(after[0], ['samverkan']), choice(after[6], ['sallsynt-amne'])]);
	});

	it('is neither submitted nor published with a quotation that has been taken back', async () => {
		const { application } = database;
		const { stored } = await compiled();
		const texted = demonstrationTexts(2024, stored.texts);
		const edit = { lagesbildId, revision: stored.revision, texts: texted };
		expect((await saveTexts(application, samordnare, edit)).ok).toBe(true);
		expect((await saveMethod(application, samordnare, { roundId, method: demonstrationMethod })).ok).toBe(
			true
		);
		expect((await submitForReview(application, samordnare, lagesbildId)).ok).toBe(true);
		const shown = stored.quotations.find(({ outcome }) => outcome === 'shown')?.quotationId ?? '';
		const place = { roundId, quotationId: shown };
		expect(await withdrawQuotation(application, granskare, place)).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
		expect((await withdrawQuotation(application, samordnare, place)).ok).toBe(true);
		const approval = { lagesbildId, revision: stored.revision + 1 };
		expect(await approveAndPublish(application, granskare, approval)).toEqual({
			ok: false,
			refusal: 'quotation-withdrawn'
		});
		await database.owner.sql`update lagesbild set submitted_at = null, submitted_by = null`;
		expect(await submitForReview(application, samordnare, lagesbildId)).toEqual({
			ok: false,
			refusal: 'quotation-withdrawn'
		});
	});

	it('is published with its quotation in all files, and with no word of any text', async () => {
		const { application } = database;
		const freeTextId = texts[0]?.freeTextId ?? '';
		const proposed = await proposeQuotation(application, samordnare, {
			roundId,
			freeTextId,
			theme: 'samverkan',
			wording
		});
		if (!proposed.ok) throw new Error(proposed.refusal);
		const { quotationId } = proposed.value;
		const decision = { roundId, quotationId, isApproved: true, reason: 'Kan inte knytas till någon.' };
		expect((await decideQuotation(application, granskare, decision)).ok).toBe(true);
		const { stored } = await compiled();
		expect((await submitForReview(application, samordnare, lagesbildId)).ok).toBe(true);
		const published = await approveAndPublish(application, granskare, {
			lagesbildId,
			revision: stored.revision
		});
		if (!published.ok) throw new Error(published.refusal);
		const files = new Map<string, string>();
		for (const file of ['tabeller.csv', 'tjansteskrivelse.docx', 'lagesbild.pdf', 'tabellbilaga.pdf']) {
			const read = await readPublishedFile(application, { slug: 'provby-9998', year: 2026, file });
			if (!read.ok) throw new Error(file);
			const { bytes } = read.value;
			const words = file.endsWith('.docx')
				? [...zipTexts(bytes).values()].join(' ')
				: `${Buffer.from(bytes).toString('utf8')} ${file.endsWith('.pdf') ? pdfStrings(bytes, 'Title').join(' ') : ''}`;
			files.set(file, words);
		}
		const sought = ['Ordagrant', hiddenWording, secretTheme.label];
		const page = JSON.stringify(published.value);
		const found = [...files, ['page', page] as const].flatMap(([file, words]) =>
			sought.filter((text) => words.includes(text)).map((text) => `${file}: ${text}`)
		);
		expect(found).toEqual([]);
		const csv = files.get('tabeller.csv') ?? '';
		expect(csv).toContain(`;Återgivet med andra ord;;;;${wording};`);
		expect(csv).toMatch(/^tema-Z7;[^\n]*;Samverkan och kontaktvägar;Texter;6;/mu);
		expect(page).toContain('Tema: Samverkan och kontaktvägar. Återgivet med andra ord.');
	});

	it('keeps its counts and its approved quotations when the round’s key has been erased', async () => {
		const { application } = database;
		await database.owner.sql`update round set free_text_key = null`;
		expect(await readFreeTexts(application, samordnare, z7())).toEqual({
			ok: false,
			refusal: 'texts-erased'
		});
		expect(await save([])).toEqual({ ok: false, refusal: 'texts-erased' });
		const overview = await readTextQuestions(application, samordnare, roundId);
		expect(overview.ok && [overview.value.areErased, overview.value.questions[0]?.coded]).toEqual([true, 8]);
		await database.owner.sql`delete from free_text_answer`;
		const { content } = await compiled();
		const words = JSON.stringify(content);
		expect(words).toContain(wording);
		expect(words).toContain('"tema-Z7"');
		const view = await readQuotations(application, granskare, roundId);
		const states = view.ok ? view.value.quotations.map(({ state, original }) => [state, original]) : [];
		expect(states.toSorted()).toEqual([
			['approved', null],
			['approved', null],
			['withdrawn', null]
		]);
	});
});
