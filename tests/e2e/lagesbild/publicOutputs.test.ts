import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { finishRound } from '#lib/server/demonstration/runRound.ts';
import { demonstrationMethod } from '#lib/server/demonstration/reportTexts.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { saveMethod } from '#lib/server/rounds/saveMethod.ts';
import { addDays, dayInSweden } from '#lib/shared/calendarDate.ts';
import { hiddenNumbers } from '../../support/hiddenNumbers.ts';
import { markedPoliceAnswers } from '../../support/markedPolice.ts';
import { startProgramWithDatabase } from '../../support/programWithDatabase.ts';
import { outputTexts, publicOutputs, type PublicOutput } from '../../support/publicOutputs.ts';
import { insertSmallMunicipality, openedRoundIn, planOf } from '../../support/smallMunicipality.ts';

// Two municipalities that differ in hidden numbers alone, each in a program of its own, and all that the public can fetch of them.

interface Published {
	readonly outputs: ReadonlyMap<string, PublicOutput>;
	/** The names of the public files that are stored with the version. */
	readonly files: readonly string[];
	readonly hidden: ReadonlyMap<string, number>;
	readonly shown: ReadonlySet<number>;
}

const year = Number(dayInSweden(new Date()).slice(0, 4));
const page = `/lagesbild/provby-9998/${String(year)}`;

async function publish(variant: 'marked' | 'twin'): Promise<Published> {
	const program = await startProgramWithDatabase();
	try {
		const { application, owner, server } = program;
		const municipality = await insertSmallMunicipality(application, '9998');
		const today = dayInSweden(new Date());
		const plan = planOf(municipality, { year, opensOn: today, closesOn: addDays(today, 30) });
		const { roundId, tokens } = await openedRoundIn(application, municipality, plan);
		const token = tokens.get('Lokalpolisområde Prov') ?? '';
		await saveDraft(application, token, { answers: markedPoliceAnswers(variant), page: 7 });
		const sent = await submitAnswers(application, { token, asksAboutTexts: false });
		if (!sent.ok) throw new Error(sent.refusal);
		const { samordnare } = municipality.actors;
		await saveMethod(application, samordnare, { roundId, method: demonstrationMethod });
		await finishRound(application, municipality.actors, { roundId, year: 2025 });
		const stored = await owner.sql<{ name: string }[]>`
			select name from lagesbild_file where audience = 'public' order by name`;
		const files = stored.map(({ name }) => name);
		const unlinked = ['/lagesbild/nyckel.pem', ...files.map((name) => `${page}/${name}`)];
		return {
			outputs: await publicOutputs(server.origin, unlinked),
			files,
			...(await hiddenNumbers(application, { municipalityId: '9998', roundId }))
		};
	} finally {
		await program.stop();
	}
}

let marked: Published;
let twin: Published;

beforeAll(async () => {
	[marked, twin] = await Promise.all([publish('marked'), publish('twin')]);
});

/** Met nowhere by chance, and shown in no cell. */
function soughtNumbers({ hidden, shown }: Published): number[] {
	const large = [...hidden.values()].filter((value) => value >= 1000 && !shown.has(value));
	return [...new Set(large)].toSorted((one, other) => one - other);
}

const thousands = /(?<=\d)(?:[\s\u00a0\u2009\u202f.,'’]|&nbsp;|&#160;|\\u00a0)(?=\d{3}(?!\d))/gu;

/** Names, sums and keys that are drawn anew for each program or build: any figures stand in them. */
const drawn =
	/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\b[0-9a-f]{64}\b|(?<=nonce=")[^"]+|\/_app\/[\w./-]+/gu;

/** The numbers that stand in a text, as they are and with what stands between their thousands taken away. */
function numbersIn(text: string): readonly string[] {
	const said = text.replaceAll(drawn, ' ');
	return [said, said.replaceAll(thousands, '')].flatMap((each) => each.match(/\d+/gu) ?? []);
}

/** The addresses of the outputs in which each number stands, without what is said of the version. */
function placesOf({ outputs }: Published, sought: readonly number[]): ReadonlyMap<number, readonly string[]> {
	const read = [...outputs].map(([address, output]) => ({
		address: address.replace('?version=1', ''),
		numbers: new Set(outputTexts(address, output).flatMap(numbersIn))
	}));
	return new Map(
		sought.map((value) => [
			value,
			[...new Set(read.flatMap(({ address, numbers }) => (numbers.has(String(value)) ? [address] : [])))]
		])
	);
}

const nowhere: readonly string[] = [];

describe('what the public can fetch', () => {
	test('is reached from the first page: every route, and every file that is stored but the signature', () => {
		const addresses = [...marked.outputs.keys()];
		const ofVersion = (name: string) => addresses.includes(`${page}/${name}?version=1`);
		expect(marked.files.filter((name) => !ofVersion(name))).toEqual(['kontrollsummor.sig']);
		const routes = globSync('**/+{page.svelte,server.ts}', { cwd: 'src/routes/(public)' });
		const unreached = routes
			.map((route) => `/${dirname(route)}`.replace(/\/\.$/u, '/'))
			.filter((route) => {
				const pattern = new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/\[\w+\]/gu, '[^/]+')}$`, 'u');
				return !addresses.some((address) => pattern.test(address.split('?')[0] ?? ''));
			});
		// The calendar of the staff, by a secret key.
		expect(unreached).toEqual(['/kalender/[nyckel].ics']);
	});

	test('says no hidden number anywhere, and a shown one in every kind of file', () => {
		const sought = soughtNumbers(marked);
		expect(sought).toEqual([1609, 2432, 3137, 4201, 8623, 9401, 9419]);
		expect(placesOf(marked, sought)).toEqual(new Map(sought.map((value) => [value, nowhere])));
		// Shown, in the report and in the appendix: in a file of each kind, so that none is read in vain.
		const said = [
			'lagesbild.json',
			'lagesbild.pdf',
			'tabellbilaga.pdf',
			'tabeller.csv',
			'tjansteskrivelse.docx'
		];
		expect(new Set(placesOf(marked, [1847]).get(1847))).toEqual(
			new Set([
				page,
				`${page}/__data.json`,
				`${page}/tabeller`,
				`${page}/tabeller/__data.json`,
				...said.map((name) => `${page}/${name}`)
			])
		);
	});
});

/** Files whose sum differs between two programs that publish the same: by drawn names, the minute, and the seconds of the control. */
const sumOfProgram =
	/^[0-9a-f]{64}(?= {2}(?:lagesbild\.json|tjansteskrivelse\.docx|rojandeprotokoll\.pdf)$)/gmu;

const isWord = (address: string) => /\.docx(?:\?|$)/u.test(address);

function zipParts(bytes: Buffer): [name: string, part: string][] {
	return Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString('latin1')]);
}

/** An output without the moments, drawn names and keys that differ between two programs that publish the same. */
function withoutProgram(address: string, { bytes }: PublicOutput): string {
	if (/\.(?:sig|pem)(?:\?|$)/u.test(address)) return '';
	const text = isWord(address) ? JSON.stringify(zipParts(bytes)) : bytes.toString('latin1');
	const names = new Map<string, string>();
	return (
		text
			.replaceAll(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gu, (name) => {
				names.set(name, names.get(name) ?? `name ${String(names.size)}`);
				return names.get(name) ?? '';
			})
			.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu, 'moment')
			.replaceAll(/(?<=new Date\()\d+/gu, 'moment')
			// Pictures are counted by the program, not by the document.
			.replaceAll(/(?<=<wp:docPr id=\\")\d+/gu, '')
			.replaceAll(/(?<=nonce=")[^"]+/gu, '')
			.replaceAll(sumOfProgram, 'sum')
	);
}

describe('two rounds that differ in hidden numbers alone', () => {
	test('hide the same cells, of other numbers and of opinions, in another order', () => {
		expect([...twin.hidden.keys()]).toEqual([...marked.hidden.keys()]);
		expect(twin.shown).toEqual(marked.shown);
		const changed = [...marked.hidden].filter(([label, value]) => twin.hidden.get(label) !== value);
		expect(changed.length).toBe(17);
	});

	test('are told of by the same addresses, and each output weighs as much', () => {
		const weights = ({ outputs }: Published) =>
			[...outputs].map(([address, output]) => [
				address,
				output.type,
				// A Word document has its moment packed with the rest.
				isWord(address) ? withoutProgram(address, output).length : output.bytes.length
			]);
		expect(weights(twin)).toEqual(weights(marked));
	});

	test('have the same pages, payloads, charts and files, to the last character', () => {
		const differing = [...marked.outputs].flatMap(([address, output]) => {
			const other = twin.outputs.get(address);
			return other && withoutProgram(address, other) === withoutProgram(address, output) ? [] : [address];
		});
		expect(differing).toEqual([]);
	});
});
