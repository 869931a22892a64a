import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/access/actor.ts';
import { demonstrationMethod, demonstrationTexts } from '#lib/server/demonstration/reportTexts.ts';
import { approveAndPublish } from '#lib/server/lagesbild/approveAndPublish.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { addTheme } from '#lib/server/lagesbild/freetexts/changeThemes.ts';
import { decideQuotation, withdrawQuotation } from '#lib/server/lagesbild/freetexts/decideQuotation.ts';
import { proposeQuotation, readQuotableText } from '#lib/server/lagesbild/freetexts/proposeQuotation.ts';
import { readFreeTexts, type ReadText } from '#lib/server/lagesbild/freetexts/readFreeTexts.ts';
import { readQuotations } from '#lib/server/lagesbild/freetexts/readQuotations.ts';
import { readTextQuestions } from '#lib/server/lagesbild/freetexts/readTextQuestions.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { readPublishedFile } from '#lib/server/lagesbild/readPublished.ts';
import { submitForReview } from '#lib/server/lagesbild/reviewLagesbild.ts';
import { saveTexts } from '#lib/server/lagesbild/saveTexts.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { zipTexts } from '../../support/documentText.ts';
import { movingClock } from '../../support/movingClock.ts';
import { choiceOf, openRoundOfTexts, textMark, type RoundOfTexts } from '../../support/roundOfTexts.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

// From coded texts to publication; each test goes on where the one before it ended.

const wording = 'Regelbundna träffar gör det lättare att nå fram.';
const hiddenWording = 'Utbildning behövs, enligt några.';
const secretTheme = { label: 'Sällsynt ämne', description: 'Det som bara några få skriver om.' };

let database: TestDatabase;
let round: RoundOfTexts;
let samordnare: Actor;
let granskare: Actor;
let lasare: Actor;
let roundId: string;
let texts: readonly ReadText[];
let lagesbildId: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const { application } = database;
	round = await openRoundOfTexts(application, '9998');
	({ roundId } = round);
	({ samordnare, granskare, lasare } = round.municipality.actors);
	await closeRound(application, samordnare, roundId);
	const { seriesId } = round.municipality;
	await addTheme(application, samordnare, { seriesId, words: secretTheme, firstPlace: 202600 });
	texts = await round.texts();
	const themes = ['samverkan', 'samverkan', 'samverkan', 'samverkan', 'samverkan', 'samverkan'];
	const coded = [...themes, 'sallsynt-amne', 'kunskap'].map((theme, place) =>
		choiceOf(texts[place], [theme])
	);
	const saved = await round.save(coded);
	if (!saved.ok) throw new Error(saved.refusal);
});
afterAll(() => database.close());

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
		const place = { roundId, freeTextId: texts[0]?.freeTextId ?? '' };
		const opened = await readQuotableText(database.application, samordnare, place);
		const original = opened.ok ? (opened.value.text.parts[0]?.text ?? '') : '';
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

	it('waits sealed for a second person', async () => {
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
	});

	it('is read with its text beside it by those who propose and decide', async () => {
		const view = await readQuotations(database.application, granskare, roundId);
		const quotations = view.ok ? view.value.quotations : [];
		const shown = quotations.filter(({ quotationId }) => quotationId === shownId);
		expect(shown.map(({ state, wording: words, mayDecide }) => [state, words, mayDecide])).toEqual([
			['proposed', wording, true]
		]);
		expect(shown.flatMap(({ original }) => original ?? [])[0]?.text).toMatch(/^Ordagrant/);
		expect((await readQuotations(database.application, lasare, roundId)).ok).toBe(false);
	});

	it('is decided by a granskare who did not propose it, which the database sees to as well', async () => {
		const { application } = database;
		const decision = {
			roundId,
			quotationId: shownId,
			isApproved: true,
			reason: 'Kan inte knytas till någon.'
		};
		const refusedTo = async (actor: Actor) => {
			const decided = await decideQuotation(application, actor, decision);
			return decided.ok ? null : decided.refusal;
		};
		const sameInOtherRole: Actor = { ...samordnare, role: 'granskare' };
		expect([await refusedTo(samordnare), await refusedTo(sameInOtherRole)]).toEqual([
			'not-allowed',
			'same-person'
		]);
		const attempt = database.owner.sql`
			update quotation set decided_at = now(), decided_by = proposed_by, is_approved = false, reason = 'x'
			where quotation_id = ${shownId}`;
		await expect(attempt).rejects.toMatchObject({ constraint_name: 'quotation_by_two' });
		expect([await refusedTo(granskare), await refusedTo(granskare)]).toEqual([null, 'already-decided']);
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
		expect([hiddenWording, secretTheme.label, textMark].filter((text) => words.includes(text))).toEqual([]);
	});

	it('leaves out a question in the middle of its coding, and its quotations', async () => {
		const [text] = await round.texts();
		const undone = { ...choiceOf(text, []), isWithoutTheme: false };
		expect((await round.save([undone])).ok).toBe(true);
		const { stored, content } = await compiled();
		expect(stored.quotations.map(({ outcome, wording: kept }) => [outcome, kept])).toEqual([
			['question-not-coded', null],
			['question-not-coded', null]
		]);
		expect(content.tables.filter(({ id }) => id.startsWith('tema-'))).toEqual([]);
	});

	it('leaves out a quotation whose text is no longer about its theme', async () => {
		const [text, ...others] = await round.texts();
		await round.save([choiceOf(text, ['kunskap'])]);
		const [seventh] = others.filter(
			({ coding }) => coding.state === 'coded' && coding.themes.includes('sallsynt-amne')
		);
		await round.save([choiceOf(seventh, ['samverkan'])]);
		const { stored } = await compiled();
		expect(stored.quotations.map(({ outcome }) => outcome)).toEqual([
			'theme-not-of-text',
			'theme-not-of-text'
		]);
		const after = await round.texts();
		await round.save([choiceOf(after[0], ['samverkan']), choiceOf(after[6], ['sallsynt-amne'])]);
	});

	it('is neither submitted nor published with a quotation that has been taken back', async () => {
		const { application } = database;
		const { stored } = await compiled();
		const texted = demonstrationTexts(2024, stored.texts);
		const edit = { lagesbildId, revision: stored.textsRevision, texts: texted };
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
			const isWord = file.endsWith('.docx');
			const words = isWord ? [...zipTexts(bytes).values()].join(' ') : Buffer.from(bytes).toString('utf8');
			files.set(file, words);
		}
		const sought = [textMark, hiddenWording, secretTheme.label];
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
		expect(await readFreeTexts(application, samordnare, { roundId, item: 'Z7' })).toEqual({
			ok: false,
			refusal: 'texts-erased'
		});
		expect(await round.save([])).toEqual({ ok: false, refusal: 'texts-erased' });
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
