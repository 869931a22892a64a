import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hiddenCount } from '#lib/lagesbild/hiddenCount.ts';
import type { DisclosureProtocol } from '#lib/disclosure/protection.ts';
import type { Actor } from '#lib/server/access/actor.ts';
import { finishRound } from '#lib/server/demonstration/runRound.ts';
import { compileLagesbild } from '#lib/server/lagesbild/compileLagesbild.ts';
import { readProtocol } from '#lib/server/lagesbild/readProtocol.ts';
import { publicationKey, signPublication } from '#lib/server/keys/signingKey.ts';
import { readPublished, readPublishedFile } from '#lib/server/lagesbild/readPublished.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { demonstrationMethod } from '#lib/server/demonstration/reportTexts.ts';
import { movingClock } from '../../support/movingClock.ts';
import { pdfStrings } from '../../support/documentText.ts';
import { openRoundOfPolice } from '../../support/roundOfPolice.ts';
import type { SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let municipality: SmallMunicipality;
let samordnare: Actor;
let roundId: string;
let publishedId: string;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	const { application } = database;
	const opened = await openRoundOfPolice(application);
	({ municipality } = opened);
	({ samordnare } = municipality.actors);
	({ roundId } = opened.round);
	await saveMethod(application, samordnare, { roundId, method: demonstrationMethod });
	await finishRound(application, municipality.actors, { roundId, year: 2025 });
	const [row] = await database.owner.sql<{ id: string }[]>`
		select lagesbild_id as id from lagesbild where published_at is not null`;
	publishedId = row?.id ?? '';
});
afterAll(() => database.close());

it('is fixed with the version it is of, and fetched by samordnare and granskare', async () => {
	for (const role of ['samordnare', 'granskare'] as const) {
		const protocol = await readProtocol(database.application, municipality.actors[role], publishedId);
		if (!protocol.ok) throw new Error(protocol.refusal);
		const { name, mediaType, bytes, sha256 } = protocol.value;
		expect([name, mediaType]).toEqual(['rojandeprotokoll.pdf', 'application/pdf']);
		expect(Buffer.from(sha256)).toEqual(createHash('sha256').update(bytes).digest());
		expect(pdfStrings(bytes, 'Title')).toContain('Vad läsaren antas veta');
	}
});

it('tells how long disclosure control took, also where the clock stands still', async () => {
	const [row] = await database.owner.sql<{ seconds: number }[]>`
		select (released ->> 'seconds')::integer as seconds from lagesbild where lagesbild_id = ${publishedId}`;
	expect(row?.seconds).toBeGreaterThan(0);
});

const address = { slug: 'provby-9998', year: 2026 };

async function publicFile(file: string): Promise<Buffer> {
	const read = await readPublishedFile(database.application, { ...address, file });
	if (!read.ok) throw new Error(read.refusal);
	expect(Buffer.from(read.value.sha256)).toEqual(createHash('sha256').update(read.value.bytes).digest());
	return Buffer.from(read.value.bytes);
}

it('is for nobody else, and not among the files of the public page', async () => {
	expect(await readProtocol(database.application, municipality.actors.lasare, publishedId)).toEqual({
		ok: false,
		refusal: 'not-allowed'
	});
	const names = ['lagesbild.pdf', 'rojandeprotokoll.pdf'];
	const found = await Promise.all(
		names.map((file) => readPublishedFile(database.application, { ...address, file }))
	);
	expect(found.map(({ ok }) => ok)).toEqual([true, false]);
});

it('of a draft is made when it is asked for', async () => {
	const compiled = await compileLagesbild(database.application, samordnare, roundId);
	if (!compiled.ok) throw new Error(compiled.refusal);
	const protocol = await readProtocol(database.application, samordnare, compiled.value.lagesbildId);
	expect(protocol.ok && Buffer.from(protocol.value.bytes).toString('latin1', 0, 5)).toBe('%PDF-');
	const [row] = await database.owner.sql<{ kept: number }[]>`
		select count(*)::int as kept from lagesbild_file where lagesbild_id = ${compiled.value.lagesbildId}`;
	expect(row?.kept).toBe(0);
});

it('is told to the public without how many numbers each reason hides', async () => {
	const [row] = await database.owner.sql<{ protocol: DisclosureProtocol }[]>`
		select released -> 'protocol' as protocol from lagesbild where lagesbild_id = ${publishedId}`;
	const { policy, cells, verified } = row!.protocol;
	const read = await readPublished(database.application, address);
	expect(read.ok && read.value.lagesbild.protocol).toEqual({
		policy,
		cells,
		hidden: hiddenCount(row!.protocol),
		verified
	});
	expect((await publicFile('lagesbild.json')).toString()).not.toContain('hiddenByReason');
});

describe('a version that an earlier program published with its reasons counted', () => {
	let asFixed: { readonly content: Buffer; readonly list: Buffer };
	let before: Buffer;

	beforeAll(async () => {
		const { sql } = database.owner;
		before = await publicFile('lagesbild.json');
		const told = JSON.parse(before.toString()) as Record<string, unknown>;
		const [row] = await sql<{ protocol: DisclosureProtocol }[]>`
			select released -> 'protocol' as protocol from lagesbild where lagesbild_id = ${publishedId}`;
		const content = Buffer.from(JSON.stringify({ ...told, protocol: row!.protocol }));
		const list = Buffer.from(
			(await publicFile('kontrollsummor.txt'))
				.toString()
				.replace(/^# Kontrollera.*\n/mu, '')
				.replace(/^[0-9a-f]{64}(?= {2}lagesbild\.json$)/mu, sha256(content))
		);
		asFixed = { content, list };
		const files = {
			'lagesbild.json': content,
			'kontrollsummor.txt': list,
			'kontrollsummor.sig': signPublication(database.application.keys, list)
		};
		for (const [name, bytes] of Object.entries(files))
			await sql`
				update lagesbild_file set bytes = ${bytes}, sha256 = ${createHash('sha256').update(bytes).digest()}
				where lagesbild_id = ${publishedId} and name = ${name}`;
		// A published version refuses every change; the one that we play was written so.
		await sql.unsafe(`begin; set local session_replication_role = replica;
			update lagesbild set content = jsonb_set(content, '{protocol}', released -> 'protocol')
			where lagesbild_id = '${publishedId}'; commit`);
	});

	it('is given without them, as a version of this program is', async () => {
		expect(await publicFile('lagesbild.json')).toEqual(before);
		const read = await readPublished(database.application, address);
		expect(read.ok && read.value.lagesbild).toEqual(JSON.parse(before.toString()));
	});

	it('has checksums and a signature of what is given, and says so without the sum of what was fixed', async () => {
		const list = await publicFile('kontrollsummor.txt');
		const fixed = asFixed.list.toString();
		const firstSum = fixed.search(/^[0-9a-f]{64} /mu);
		expect(list.toString()).toBe(
			[
				fixed.slice(0, firstSum),
				'# lagesbild.json lämnas utan uppgift om hur många tal som döljs av varje skäl. Listan och underskriften gäller filen som den lämnas.\n',
				'# Kontrollera filerna med: sha256sum --check --ignore-missing kontrollsummor.txt\n',
				fixed.slice(firstSum).replace(sha256(asFixed.content), sha256(before))
			].join('')
		);
		const key = createPublicKey(publicationKey(database.application.keys));
		expect(verify(null, list, key, await publicFile('kontrollsummor.sig'))).toBe(true);
	});

	it('keeps what was fixed as it was', async () => {
		const kept = await database.owner.sql<{ bytes: Uint8Array }[]>`
			select bytes from lagesbild_file
			where lagesbild_id = ${publishedId} and name in ('kontrollsummor.txt', 'lagesbild.json') order by name`;
		expect(kept.map(({ bytes }) => Buffer.from(bytes))).toEqual([asFixed.list, asFixed.content]);
	});
});

function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
