import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '#lib/server/access/actor.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { addFinding } from '#lib/server/lagesbild/findings/saveFinding.ts';
import { previewTexts } from '#lib/server/lagesbild/previewTexts.ts';
import { readLagesbild } from '#lib/server/lagesbild/readLagesbild.ts';
import { readTextHistory } from '#lib/server/lagesbild/readTextHistory.ts';
import { saveTexts } from '#lib/server/lagesbild/saveTexts.ts';
import { closeRound } from '#lib/server/rounds/closeRound.ts';
import { refused } from '#lib/shared/result.ts';
import { findingContent } from '../../support/findingBuilder.ts';
import { movingClock } from '../../support/movingClock.ts';
import { openRoundOfPolice } from '../../support/roundOfPolice.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock('2026-01-16T09:00:00Z');
let database: TestDatabase;
let samordnare: Actor;
let lasare: Actor;
let lagesbildId = '';

beforeAll(async () => {
	database = await openTestDatabase({ clock });
	const { municipality, round } = await openRoundOfPolice(database.application);
	({ samordnare, lasare } = municipality.actors);
	await closeRound(database.application, samordnare, round.roundId);
	const compiled = await compileLagesbild(database.application, samordnare, round.roundId);
	if (!compiled.ok) throw new Error(compiled.refusal);
	({ lagesbildId } = compiled.value);
});
afterAll(() => database.close());

async function save(analys: string, { isAutomatic = false, revision = 0 } = {}) {
	const read = await readLagesbild(database.application, samordnare, lagesbildId);
	if (!read.ok) throw new Error(read.refusal);
	const { textsRevision, texts } = read.value.stored;
	return await saveTexts(database.application, samordnare, {
		lagesbildId,
		revision: revision === 0 ? textsRevision : revision,
		texts: { ...texts, analys },
		isAutomatic
	});
}

async function history(revision: number | null = null) {
	const read = await readTextHistory(database.application, samordnare, { lagesbildId, revision });
	if (!read.ok) throw new Error(read.refusal);
	return read.value;
}

it('what the program saves while somebody writes is one saving, until it is saved by hand or a quarter has gone', async () => {
	for (const text of ['F', 'Fl', 'Fler']) expect((await save(text, { isAutomatic: true })).ok).toBe(true);
	expect((await history()).versions.map(({ revision, isAutomatic }) => [revision, isAutomatic])).toEqual([
		[4, true]
	]);
	await save('Fler frågar.');
	await save('Fler enheter frågar.', { isAutomatic: true });
	clock.set('2026-01-16T09:16:00Z');
	await save('Fler enheter frågar nu.', { isAutomatic: true });
	const { versions } = await history();
	expect(versions.map(({ revision, saverName, isAutomatic }) => [revision, saverName, isAutomatic])).toEqual([
		[7, 'Namn samordnare', true],
		[6, 'Namn samordnare', true],
		[5, 'Namn samordnare', false]
	]);
});

it('a saving says what it changed, by field', async () => {
	expect((await history(6)).chosen).toEqual({
		revision: 6,
		differences: {
			analys: [
				{ kind: 'same', text: 'Fler ' },
				{ kind: 'added', text: 'enheter ' },
				{ kind: 'same', text: 'frågar.' }
			]
		}
	});
	expect(await readTextHistory(database.application, lasare, { lagesbildId, revision: 6 })).toEqual(
		refused('not-allowed')
	);
});

it('a writer of texts is hindered by another’s text, not by a finding that is saved beside', async () => {
	const content = findingContent();
	expect((await addFinding(database.application, samordnare, { lagesbildId, content })).ok).toBe(true);
	expect((await save('Vidare.', { revision: 7 })).ok).toBe(true);
	expect(await save('Om igen.', { revision: 7, isAutomatic: true })).toEqual(refused('changed-meanwhile'));
});

it('a text is drawn before it is saved, with its numbers and what cannot be quoted', async () => {
	const fields = {
		analys: '## Svar\n\n{{svarande.alla.svarade}} av {{svarande.alla.tillfragade}} och {{x}}'
	};
	expect(await previewTexts(database.application, samordnare, { lagesbildId, fields })).toEqual({
		ok: true,
		value: {
			blocks: {
				analys: [
					{ kind: 'heading', level: 1, text: 'Svar' },
					{ kind: 'paragraph', text: '1 av 4 och {{x}}' }
				]
			},
			faults: [
				{ field: 'analys', message: '{{x}} finns inte bland talen i lägesbilden. Se listan Tal att citera.' }
			]
		}
	});
});
