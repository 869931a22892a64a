import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveAndPublish } from '#lib/server/lagesbild/approveAndPublish.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { explainCorrection } from '#lib/server/lagesbild/explainCorrection.ts';
import { placeWish } from '#lib/server/lagesbild/placeWish.ts';
import { readHiding } from '#lib/server/lagesbild/readHiding.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { readPublished, readPublishedFile } from '#lib/server/lagesbild/readPublished.ts';
import { returnForChanges, submitForReview } from '#lib/server/lagesbild/reviewLagesbild.ts';
import { cancelCompilation, readCompilation } from '#lib/server/lagesbild/watchCompilation.ts';
import { saveTexts } from '#lib/server/lagesbild/saveTexts.ts';
import type { Actor } from '#lib/server/access/actor.ts';
import { demonstrationMethod, demonstrationTexts } from '#lib/server/demonstration/reportTexts.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { movingClock } from '../../support/movingClock.ts';
import { openRoundOfPolice } from '../../support/roundOfPolice.ts';
import type { OpenedRound, SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let municipality: SmallMunicipality;
let round: OpenedRound;
let lagesbildId: string;
let samordnare: Actor;
let granskare: Actor;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	({ municipality, round } = await openRoundOfPolice(database.application));
	({ samordnare, granskare } = municipality.actors);
});
afterAll(() => database.close());

async function view() {
	const read = await readLagesbild(database.application, samordnare, lagesbildId);
	if (!read.ok) throw new Error(read.refusal);
	return read.value;
}

/** The revision that a granskare has before them. */
async function asRead() {
	return { lagesbildId, revision: (await view()).stored.revision };
}

describe('compilation', () => {
	it('waits for the round to be closed, and is the samordnare’s', async () => {
		const { application } = database;
		expect(await compileLagesbild(application, samordnare, round.roundId)).toEqual({
			ok: false,
			refusal: 'round-not-closed'
		});
		await closeRound(application, samordnare, round.roundId);
		expect(await compileLagesbild(application, granskare, round.roundId)).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
		const compiled = await compileLagesbild(application, samordnare, round.roundId);
		if (!compiled.ok) throw new Error(compiled.refusal);
		({ lagesbildId } = compiled.value);
	});

	it('is made once at a time, watched and stopped by the samordnare, and then stores nothing', async () => {
		const { application } = database;
		const watched = (actor: Actor) => readCompilation(application, actor, round.roundId);
		expect(watched(samordnare)).toBeNull();
		const compiling = compileLagesbild(application, samordnare, round.roundId);
		expect([watched(samordnare), watched(granskare)]).toEqual([{ step: 'preparing', percent: 0 }, null]);
		expect(await compileLagesbild(application, samordnare, round.roundId)).toEqual({
			ok: false,
			refusal: 'already-compiling'
		});
		const cancelled = [granskare, samordnare].map((actor) =>
			cancelCompilation(application, actor, round.roundId)
		);
		expect(cancelled).toEqual([
			{ ok: false, refusal: 'not-allowed' },
			{ ok: true, value: null }
		]);
		expect(await compiling).toEqual({ ok: false, refusal: 'cancelled' });
		expect(cancelCompilation(application, samordnare, round.roundId)).toEqual({
			ok: false,
			refusal: 'not-compiling'
		});
		const [row] = await database.owner.sql<{ versions: number }[]>`
			select count(*)::int as versions from lagesbild where round_id = ${round.roundId}`;
		expect(row?.versions).toBe(1);
	});

	it('stores no raw value: what disclosure control hid stands nowhere in the database', async () => {
		const [row] = await database.owner.sql<{ text: string }[]>`
			select released::text || shown::text as text from lagesbild`;
		expect(row?.text).toContain('"hidden"');
		const { stored } = await view();
		expect(stored.released.protocol.verified).toBe(true);
	});
});

describe('what is hidden, and why', () => {
	const hiding = async (actor: Actor) => {
		const read = await readHiding(database.application, actor, lagesbildId);
		if (!read.ok) throw new Error(read.refusal);
		return read.value;
	};

	it('has a reason at each hidden place of the draft, for samordnare and granskare', async () => {
		for (const actor of [samordnare, granskare]) {
			const { stored, state } = await hiding(actor);
			const hidden = stored.released.tables.flatMap((table) =>
				table.rows.flatMap((row) =>
					row.cells.flatMap((cell, place) =>
						cell.kind === 'hidden' ? [[table.id, row.id, table.columns[place]?.id]] : []
					)
				)
			);
			expect(state).toBe('draft');
			expect(stored.hiding?.places.map(({ table, row, column }) => [table, row, column])).toEqual(hidden);
		}
		const { lasare } = municipality.actors;
		expect(await readHiding(database.application, lasare, lagesbildId)).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
	});

	it('is what the samordnare may wish otherwise, from the next compilation on', async () => {
		const { application } = database;
		const { stored, isOutdated } = await hiding(samordnare);
		const place = stored.hiding?.places.find(({ reason }) => reason === 'opinion-base');
		if (!place) throw new Error('Nothing is hidden');
		const placed = { table: place.table, row: place.row, column: place.column, wish: 'must-show' as const };
		expect(await placeWish(application, granskare, { lagesbildId, placed })).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
		expect(
			await placeWish(application, samordnare, { lagesbildId, placed: { ...placed, row: 'finns inte' } })
		).toEqual({ ok: false, refusal: 'unknown-place' });
		expect((await placeWish(application, samordnare, { lagesbildId, placed })).ok).toBe(true);
		expect([isOutdated, (await hiding(samordnare)).isOutdated]).toEqual([false, true]);
		const compiled = await compileLagesbild(application, samordnare, round.roundId);
		if (!compiled.ok) throw new Error(compiled.refusal);
		({ lagesbildId } = compiled.value);
		const after = await hiding(granskare);
		expect(after.isOutdated).toBe(false);
		expect(after.stored.wishes.map(({ wish, shown, hidden }) => [wish, shown, hidden > 0])).toEqual([
			['must-show', 0, true]
		]);
		expect(after.stored.hiding?.obstacles.map(({ reason }) => reason)).toContain('opinion-base');
	});
});

describe('review', () => {
	it('is refused while a part that the law or the method demands is empty, and says which', async () => {
		expect(await submitForReview(database.application, samordnare, lagesbildId)).toEqual({
			ok: false,
			refusal: 'parts-missing'
		});
		expect((await view()).missing.map((missing) => missing.part)).toEqual([
			'annanInformation',
			'analys',
			'whyThisProblem',
			'sourcesUsed',
			'limitsOfSources',
			'meaningOfLimits'
		]);
	});

	it('keeps what one wrote when another has saved meanwhile', async () => {
		const { stored } = await view();
		const texts = demonstrationTexts(2025, stored.texts);
		const edit = { lagesbildId, revision: stored.textsRevision, texts };
		expect((await saveTexts(database.application, samordnare, edit)).ok).toBe(true);
		expect(await saveTexts(database.application, samordnare, edit)).toEqual({
			ok: false,
			refusal: 'changed-meanwhile'
		});
	});

	it('goes to a second person, who may send it back with a reason', async () => {
		const { application } = database;
		await saveMethod(application, samordnare, { roundId: round.roundId, method: demonstrationMethod });
		expect((await submitForReview(application, samordnare, lagesbildId)).ok).toBe(true);
		const { stored } = await view();
		expect(
			await saveTexts(application, samordnare, {
				lagesbildId,
				revision: stored.textsRevision,
				texts: stored.texts
			})
		).toEqual({ ok: false, refusal: 'not-a-draft' });
		expect(await approveAndPublish(application, samordnare, await asRead())).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
		const method = { roundId: round.roundId, method: demonstrationMethod };
		expect(await saveMethod(application, samordnare, method)).toEqual({ ok: false, refusal: 'under-review' });
		const back = { lagesbildId, reason: 'Förtydliga metoden' };
		expect((await returnForChanges(application, granskare, back)).ok).toBe(true);
		expect((await view()).stored.returnedReason).toBe('Förtydliga metoden');
		expect((await submitForReview(application, samordnare, lagesbildId)).ok).toBe(true);
	});
});

describe('publication', () => {
	it('is not for whoever wrote the texts, whatever role they have', async () => {
		const { editedBy } = (await view()).stored;
		const writer: Actor = { ...granskare, accountId: editedBy };
		expect(await approveAndPublish(database.application, writer, await asRead())).toEqual({
			ok: false,
			refusal: 'not-allowed'
		});
	});

	it('fixes the version with the hash of its content and of each file', async () => {
		const read = await asRead();
		expect(
			await approveAndPublish(database.application, granskare, { ...read, revision: read.revision - 1 })
		).toEqual({ ok: false, refusal: 'changed-meanwhile' });
		const published = await approveAndPublish(database.application, granskare, read);
		expect(published.ok).toBe(true);
		const address = { slug: 'provby-9998', year: 2026 };
		const shown = await readPublished(database.application, address);
		expect(shown.ok && shown.value.lagesbild.approval).toEqual({
			writtenBy: 'Namn samordnare',
			approvedBy: 'Namn granskare',
			approvedOn: '2026-01-16',
			publishedOn: '2026-01-16'
		});
		const file = await readPublishedFile(database.application, { ...address, file: 'lagesbild.pdf' });
		if (!file.ok) throw new Error(file.refusal);
		for (const name of ['', '../lagesbild.pdf', 'lagesbild.pdf\0', 'finns-inte.pdf']) {
			expect(await readPublishedFile(database.application, { ...address, file: name })).toEqual({
				ok: false,
				refusal: 'not-published'
			});
		}
		expect(Buffer.from(file.value.sha256)).toEqual(createHash('sha256').update(file.value.bytes).digest());
	});

	it('cannot be done twice, and nothing changes what has been published', async () => {
		expect(await approveAndPublish(database.application, granskare, await asRead())).toEqual({
			ok: false,
			refusal: 'not-under-review'
		});
		await expect(
			database.owner.sql`update lagesbild set texts = '{}' where lagesbild_id = ${lagesbildId}`
		).rejects.toMatchObject({ code: '23514' });
	});

	it('forgets why numbers are hidden, in every version, and keeps what was wished', async () => {
		const versions = await database.owner.sql<{ version: number; forgotten: boolean; wishes: number }[]>`
			select version, hiding is null as forgotten, jsonb_array_length(wishes) as wishes from lagesbild order by 1`;
		expect(versions).toEqual([
			{ version: 1, forgotten: true, wishes: 0 },
			{ version: 2, forgotten: true, wishes: 1 }
		]);
		const placed = { table: 'x', row: 'y', column: '', wish: 'none' as const };
		const placing = await placeWish(database.application, samordnare, { lagesbildId, placed });
		expect(placing).toEqual({ ok: false, refusal: 'not-a-draft' });
	});

	it('writes everything that was shown and hidden to the ledger', async () => {
		const [row] = await database.owner.sql<{ shown: number; hidden: number; keys: number }[]>`
			select count(value)::int as shown, (count(*) - count(value))::int as hidden,
				(select count(*)::int from lagesbild, jsonb_object_keys(shown) where published_at is not null) as keys
			from publication_ledger`;
		expect(row?.shown).toBeGreaterThan(0);
		expect((row?.shown ?? 0) + (row?.hidden ?? 0)).toBe(row?.keys);
	});

	it('of a version compiled before another was published is refused: it must be compiled anew', async () => {
		const { application } = database;
		const compile = async () => {
			const compiled = await compileLagesbild(application, samordnare, round.roundId);
			if (!compiled.ok) throw new Error(compiled.refusal);
			return compiled.value.lagesbildId;
		};
		const second = await compile();
		await database.owner.sql`
			insert into publication_ledger (municipality_id, series_id, cell_key, lagesbild_id, value)
			values ('9998', ${municipality.seriesId}, 'another/number', ${lagesbildId}, 12)`;
		const correction = { lagesbildId: second, reason: 'Ett kapitel hade fel rubrik.' };
		await explainCorrection(application, samordnare, correction);
		await submitForReview(application, samordnare, second);
		expect(await approveAndPublish(application, granskare, { lagesbildId: second, revision: 2 })).toEqual({
			ok: false,
			refusal: 'more-published-since'
		});
	});
});
