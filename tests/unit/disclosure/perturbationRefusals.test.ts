import { writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { disclosureFolder } from '../../support/disclosureFolder.ts';

vi.setConfig({ testTimeout: 120_000 });

const { audit, path, protect, small } = disclosureFolder();

describe('disclosure audit of numbers printed a little off', () => {
	it('computes what the bounds of all of them say together', async () => {
		// 8–9 in all, and no less than 4 and 4: each can be 5, but not both.
		writeFileSync(
			path('P.csv'),
			'S,value,status,low,high\nalla,9,rounded,8,9\npolis,6,rounded,4,8\nskola,3,rounded,4,5\nsoc,0,published,0,0\n'
		);
		expect((await audit(small())).line).toMatchObject({ perturbed: 3, exact: 0 });
		writeFileSync(
			path('P.csv'),
			'S,value,status,low,high\nalla,9,rounded,8,8\npolis,6,rounded,4,8\nskola,3,rounded,4,5\nsoc,0,published,0,0\n'
		);
		expect(await audit(small())).toMatchObject({
			code: 2,
			line: { exact_cells: ['alla', 'polis', 'skola'], too_narrow: 3 }
		});
	});

	it.each([
		['without bounds', 'alla,9,rounded,,', 'rad 2: "" är inget heltal'],
		['with bounds the wrong way', 'alla,9,rounded,9,8', 'rad 2: low är 9 men high bara 8.'],
		['that its parts contradict', 'alla,9,rounded,30,40', 'Filerna säger emot varandra: inga tal stämmer']
	])('refuses a number %s', async (_, row, message) => {
		writeFileSync(
			path('P.csv'),
			`S,value,status,low,high\n${row}\npolis,6,rounded,4,8\nskola,3,rounded,4,5\nsoc,0,published,0,0\n`
		);
		await expect(audit(small())).rejects.toThrow(message);
	});
});

describe('what a method does not keep or lacks is refused by the name of the option', () => {
	it.each([
		['rounding', ['--insiders', 'single'], '--method rounding håller inte --insiders single'],
		['cell-keys', ['--insiders', 'pairs'], '--method cell-keys håller inte --insiders pairs'],
		['rounding', ['--level', 'threshold'], 'håller inte --level threshold, bara --level exact'],
		['rounding', ['--zeros', 'hidden'], 'håller inte --zeros hidden'],
		['rounding', ['--contributors', 'default'], 'håller inte --contributors default'],
		['rounding', ['--organisations', '3'], '--organisations hör till --method suppression'],
		['rounding', ['--complementary', 'both'], '--complementary hör till --method suppression'],
		['rounding', ['--key-secret', 'x'], '--key-secret hör till --method cell-keys'],
		['rounding', ['--base', '4'], '--base ska vara 5 eller 3, inte "4".'],
		['cell-keys', ['--base', '5'], '--base hör till --method rounding'],
		['suppression', ['--base', '5'], '--base hör till --method rounding'],
		['dp', [], '--method ska vara suppression, rounding eller cell-keys, inte "dp".']
	])('%s with %j', async (method, options, message) => {
		await expect(protect(small(), '--method', method, ...options)).rejects.toThrow(message);
	});

	it('organisations that the file names, unless they are given up', async () => {
		writeFileSync(path('LO.csv'), 'S,freq,organisation\npolis,3,P\nskola,20,S\nsoc,17,A\n');
		const named = { ...small(), leaf: path('LO.csv') };
		await expect(protect(named, '--method', 'rounding')).rejects.toThrow(
			'har kolumnen organisation, och --method rounding håller inte reglerna om organisationer'
		);
		expect((await protect(named, '--method', 'rounding', '--contributors', 'none')).code).toBe(0);
	});

	const manySums = Array.from({ length: 32 }, (_, i) => `polis,1,${i * 8}\n`).join('');
	const protectKeyed = async (counts: string, ...options: string[]) => {
		writeFileSync(path('bad.csv'), counts);
		return await protect({ ...small(), leaf: path('bad.csv') }, '--method', 'cell-keys', ...options);
	};

	it.each([
		['no keys', 'S,freq\npolis,3\n', 'kräver kolumnen key_sum'],
		['records without the secret', 'S,freq,record\npolis,1,a\n', '--key-secret saknas'],
		['a sum that is not there', 'S,freq,key_sum\npolis,1,\n', 'rad 2: "" är inget heltal'],
		['keys of nobody', 'S,freq,key_sum\npolis,0,7\n', 'rad 2: key_sum är 7 där freq är 0'],
		['keys of a small range', `S,freq,key_sum\n${manySums}`, 'ska vara dragna jämnt från 0 till 4294967295']
	])('cell keys of %s', async (_, counts, message) => {
		await expect(protectKeyed(counts)).rejects.toThrow(message);
	});

	it.each([
		['sums of keys', 'S,freq,key_sum\npolis,1,7\n', '--key-secret hör till kolumnen record'],
		['neither', 'S,freq\npolis,3\n', 'kräver kolumnen key_sum'],
		['a record of many', 'S,freq,record\npolis,2,a\n', 'rad 2: freq är 2. Med kolumnen record'],
		['a record twice', 'S,freq,record\npolis,1,a\nsoc,1,a\n', 'rad 3: posten a står på en rad till'],
		['a record without a name', 'S,freq,record\npolis,1,\n', 'rad 2: record är tom']
	])('a secret and %s', async (_, counts, message) => {
		await expect(protectKeyed(counts, '--key-secret', path('secret.txt'))).rejects.toThrow(message);
	});

	it.each([
		['too short', 'short.txt', 'är kortare än 32 tecken'],
		['that is not there', 'none.txt', 'går inte att läsa']
	])('a secret %s', async (_, name, message) => {
		writeFileSync(path('short.txt'), 'kort\n');
		const asked = protectKeyed('S,freq,record\npolis,1,a\n', '--key-secret', path(name));
		await expect(asked).rejects.toThrow(message);
	});
});
