import { describe, expect, it } from 'vitest';
import { composedRound } from '../../support/composedRound.ts';
import { tablesOfRows } from '../../support/unitRows.ts';

describe('the tables of the four real questionnaires', () => {
	const previous = composedRound(2025, 7);
	const set = tablesOfRows({ ...composedRound(2026, 8), previous });
	const valueOf = new Map(set.cells.map(({ key, value }) => [key, value]));
	const ids = new Set(set.tables.map(({ id }) => id));

	it('hold the common frame with a row for each sector that asks', () => {
		const rows = (id: string) => set.tables.find((table) => table.id === id)?.rows.map((row) => row.id);
		expect(rows('kannedom-vuxna')).toEqual(['polis', 'socialtjanst', 'civilsamhalle', 'alla']);
		expect(rows('kannedom-barn')).toEqual(['polis', 'socialtjanst', 'skola', 'civilsamhalle', 'alla']);
		expect(rows('kannedom-kopare')).toEqual(['polis', 'socialtjanst', 'civilsamhalle', 'alla']);
		expect(rows('overlapp')).toEqual(['polis', 'socialtjanst', 'skola', 'civilsamhalle']);
	});

	it('hold every item that is counted, chosen or judged', () => {
		const wanted = [
			...['P1-polis', 'P1-polis-svar', 'P1_underlag-polis', 'P11-polis', 'P14-polis'],
			...['P19-polis', 'P19_orsak_totalt-polis', 'P20-polis', 'P20_samhalle-polis'],
			...['S1-socialtjanst', 'S1_underlag-socialtjanst', 'S2-socialtjanst'],
			...['S15-socialtjanst', 'S20-socialtjanst', 'S26-socialtjanst', 'S26_orsak_barn-socialtjanst'],
			...['K2-skola', 'K6-skola', 'K22-skola', 'K22_orsak-skola', 'C1-civilsamhalle', 'C2-civilsamhalle'],
			...['C17-civilsamhalle', 'C23-civilsamhalle', 'A7', 'A8', 'Z8', 'Z9', 'Z2-skola', 'Z4-polis']
		];
		expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
	});

	it('are named by the question alone, without the row or the option of their first variable', () => {
		const title = (id: string) => set.tables.find((table) => table.id === id)?.title;
		expect(title('Z5-skola')).toBe('Skolan: Vilka är de största hindren?');
		expect(title('P14-polis')).toBe(
			'Polisen: Var och hur sker sex mot ersättning i Sjövalla kommun enligt polisens bild?'
		);
		expect(set.tables.find((table) => table.id === 'Z5-skola')?.rows[0]?.title).toBe(
			'Sekretess eller osäkerhet om sekretess'
		);
	});

	it('tie the breakdown of the persons met by associations to both target groups, not to their relatives', () => {
		expect(
			set.relations.some(
				({ total, parts }) =>
					total === '2026/C1/civilsamhalle/sum' &&
					parts.includes('2026/C1.direkt_utsatta_vuxna/civilsamhalle/sum') &&
					parts.includes('2026/C1.direkt_utsatta_barn/civilsamhalle/sum')
			)
		).toBe(true);
	});

	it('agree with every relation', () => {
		const broken = set.relations.filter(({ total, parts }) => {
			const sum = parts.reduce((subtotal, part) => subtotal + (valueOf.get(part) ?? Number.NaN), 0);
			return sum !== valueOf.get(total);
		});
		expect(broken).toEqual([]);
	});

	it('show last year’s numbers under the keys that last year’s report gave them', () => {
		const lastReport = new Map(tablesOfRows(previous).cells.map(({ key, value }) => [key, value]));
		const sums = set.cells.filter(({ key }) => key.startsWith('2025/') && key.endsWith('/sum'));
		expect(sums.length).toBeGreaterThan(20);
		expect(sums.filter(({ key, value }) => lastReport.get(key) !== value)).toEqual([]);
	});
});
