import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { parseCsv } from '#lib/server/disclosure/csv.ts';
import { disclosureFolder, referenceFiles, type TableFiles } from '../../support/disclosureFolder.ts';

vi.setConfig({ testTimeout: 120_000 });

const { audit, change, path, printed, protect, small, text, verify, world } = disclosureFolder();

/** T1 as one row a record. */
function recordsOf(keep: (codes: readonly string[]) => string[]): string {
	const [heading = [], ...rows] = parseCsv(readFileSync(referenceFiles('T1_two400').leaf, 'utf8'));
	const counts = rows.flatMap((row) => Array.from({ length: Number(row.at(-1)) }, () => row.slice(0, -1)));
	const lines = counts.map((codes, i) => [...keep(codes), 1, `post ${i + 1}`].join(','));
	return [[...keep(heading.slice(0, -1)), 'freq', 'record'].join(','), ...lines].join('\n');
}

describe('disclosure protect --method cell-keys', () => {
	const secret = () => ['--key-secret', path('secret.txt')];
	const table = (): TableFiles => ({ leaf: path('records.csv'), hier: referenceFiles('T1_two400').hier });
	const byRecords = async () => {
		writeFileSync(
			path('records.csv'),
			recordsOf((codes) => [...codes])
		);
		return await protect(table(), '--method', 'cell-keys', ...secret());
	};

	it('is verified and audited from one row a record, keeps zeros and prints no 1 and no 2', async () => {
		const { code, line } = await byRecords();
		const counted = { method: 'cell-keys', cells: 147, primaries: 68, reach: 5, uncertified: 0 };
		expect([code, line]).toMatchObject([0, counted]);
		const truth = world();
		expect(printed().filter(({ key, value }) => truth.get(key) === 0 && value > 0)).toEqual([]);
		expect(printed().filter(({ value }) => value === 1 || value === 2)).toEqual([]);
		expect(printed().filter(({ key, value }) => Math.abs(value - (truth.get(key) ?? NaN)) > 5)).toEqual([]);
		expect(new Set(printed().map(({ status }) => status))).toEqual(new Set(['perturbed']));
		expect((await verify(table())).line).toMatchObject({ method: 'cell-keys', certificates: 68, faults: [] });
		expect(await audit(table())).toMatchObject({ code: 0, line: { perturbed: 147, exact: 0 } });
	});

	it('prints the same number wherever the same records are counted: in another table, from sums of keys', async () => {
		await byRecords();
		const numbers = new Map(printed().map(({ key, value }) => [key, value]));
		writeFileSync(
			path('sectors.csv'),
			recordsOf(([sector = '']) => [sector])
		);
		const lines = readFileSync(referenceFiles('T1_two400').hier, 'utf8').split(/\r?\n/);
		writeFileSync(path('sectorsH.csv'), lines.filter((line) => !line.startsWith('A,')).join('\n'));
		const sectors = { leaf: path('sectors.csv'), hier: path('sectorsH.csv') };
		expect((await protect(sectors, '--method', 'cell-keys', ...secret())).code).toBe(0);
		expect(printed().map(({ key, value }) => [`${key}|A_T`, value])).toEqual(
			printed().map(({ key }) => [`${key}|A_T`, numbers.get(`${key}|A_T`)])
		);
		expect(printed()).toHaveLength(7);
	});

	it('prints other numbers by another secret, and the same by the same with its rows in another order', async () => {
		await byRecords();
		const first = [text('P.csv'), text('C.json')];
		const [heading = '', ...rows] = text('records.csv').split('\n');
		writeFileSync(path('records.csv'), [heading, ...rows.toReversed()].join('\n'));
		await protect(table(), '--method', 'cell-keys', ...secret());
		expect([text('P.csv'), text('C.json')]).toEqual(first);
		writeFileSync(path('other.txt'), 'en annan hemlighet, lika lång som den förra');
		await protect(table(), '--method', 'cell-keys', '--key-secret', path('other.txt'));
		expect(text('P.csv')).not.toBe(first[0]);
	});

	it('takes the sums of keys that others have drawn, and writes neither them nor the secret', async () => {
		writeFileSync(path('K.csv'), 'S,freq,key_sum\npolis,3,4000000001\nskola,20,17\nsoc,17,5000000000\n');
		const keyed = { ...small(), leaf: path('K.csv') };
		expect((await protect(keyed, '--method', 'cell-keys')).line).toMatchObject({
			method: 'cell-keys',
			uncertified: 0
		});
		expect(printed().map(({ key, value }) => [key, value])).toEqual([
			['alla', 38],
			['polis', 5],
			['skola', 15],
			['soc', 15]
		]);
		expect((await verify(keyed)).code).toBe(0);
		for (const name of ['P.csv', 'C.json'])
			expect(text(name)).not.toMatch(/4000000001|5000000000|705032704|key_sum|secret|hemlighet/);
	});

	it('ends with 2 and the numbers where the keys happen to give them away', async () => {
		const codes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
		writeFileSync(
			path('H8.csv'),
			['dim,code,parent', 'S,alla,', ...codes.map((code) => `S,${code},alla`)].join('\n')
		);
		// Three quarters of the way each 1 is printed as more; eight times that is 0, where 8 is printed as 3.
		const rows = codes.map((code) => `${code},1,3221225472`);
		writeFileSync(path('K8.csv'), ['S,freq,key_sum', ...rows].join('\n'));
		const { code, line } = await protect(
			{ leaf: path('K8.csv'), hier: path('H8.csv') },
			'--method',
			'cell-keys'
		);
		// At most 8, in eight parts of at least 1.
		expect([code, line['uncertified']]).toEqual([2, 8]);
		expect(printed()[0]).toEqual({ key: 'a', value: 3, status: 'perturbed', low: 1, high: 1 });
		expect(line['unprotected']).toMatchObject([
			{ key: 'a', label: 'a' },
			...codes.slice(1).map((key) => ({ key }))
		]);
		expect((await verify({ hier: path('H8.csv') })).line['faults']).toEqual(
			codes.map((key) => `${key} is not proven upwards`)
		);
		expect(await audit({ hier: path('H8.csv') })).toMatchObject({ code: 2, line: { exact: 9 } });
	});

	it('the verifier finds a number changed within its bounds, and a reach that the reader was not told', async () => {
		await byRecords();
		const [row] = printed();
		change('P.csv', /,(\d+),perturbed/, ',99,perturbed');
		expect((await verify(table())).line['faults']).toContain(
			`${row?.key ?? ''} is printed as 99, and ${row?.value ?? ''} is proven`
		);
		await byRecords();
		change('C.json', '"reach":5', '"reach":50');
		expect((await verify(table())).line['faults']).toEqual(['numbers go as far as 5, and 50 is told']);
	});
});
