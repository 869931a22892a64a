import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetImports } from '#lib/server/imports/forgetImports.ts';
import {
	discardImport,
	readImport,
	uploadRegister
} from '#lib/server/organisations/register/importRegister.ts';
import { refused } from '#lib/shared/result.ts';
import { movingClock } from '../../support/movingClock.ts';
import { registerCsv } from '../../support/registerFile.ts';
import { insertSmallMunicipality, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-03-02T09:00:00Z') });
	own = await insertSmallMunicipality(database.application, '9997');
});
afterAll(() => database.close());

const hotel = { organisation: 'Hotell Fyren AB', kind: 'Hotell', unit: 'Receptionen' };

/** A file that nobody has confirmed yet. @returns its import's id */
async function upload(row: Readonly<Record<string, string>> = hotel): Promise<string> {
	const uploaded = await uploadRegister(database.application, own.actors.samordnare, registerCsv([row]));
	if (!uploaded.ok) throw new Error(uploaded.refusal);
	return uploaded.value.importId;
}

async function kept(): Promise<number> {
	return (await database.owner.sql`select import_id from register_import`).length;
}

describe('a file that nobody has confirmed', () => {
	it('is gone when it is thrown away, and can no longer be confirmed after a day', async () => {
		const { samordnare } = own.actors;
		const { application } = database;
		const one = await upload();
		await discardImport(application, samordnare, one);
		expect(await readImport(application, samordnare, one)).toEqual(refused('unknown-import'));
		const other = await upload();
		const later = { ...application, clock: movingClock('2026-03-04T09:00:00Z') };
		expect(await readImport(later, samordnare, other)).toEqual(refused('unknown-import'));
	});

	it('is thrown away by a job when its day is out, whether or not anybody uploads another', async () => {
		const { application, owner } = database;
		await upload();
		const [job] = await owner.sql<{ runAt: Date }[]>`
			select run_at as "runAt" from graphile_worker.jobs where task_identifier = 'forgetImports'
			order by run_at desc limit 1`;
		expect(job?.runAt.toISOString()).toBe('2026-03-03T09:01:00.000Z');
		await forgetImports(application, own.municipalityId);
		expect(await kept()).toBeGreaterThan(0);
		await forgetImports({ ...application, clock: movingClock('2026-03-03T09:01:00Z') }, own.municipalityId);
		expect(await kept()).toBe(0);
	});

	it('stands sealed in the database: no name can be read there', async () => {
		await upload({ ...hotel, contact: 'Hemliga Namnet' });
		const rows = await database.owner.sql<{ text: string }[]>`
			select encode(sealed_rows, 'escape') as text from register_import`;
		expect(rows.map(({ text }) => text.includes('Hemliga'))).toEqual([false]);
	});
});
