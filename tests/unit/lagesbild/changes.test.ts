import { describe, expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { changeColumns, lagesbildInput, releasedTable } from '../../support/lagesbildInput.ts';

function tableIn(tables: readonly ReleasedTable[], id: string): ReleasedTable | undefined {
	return buildLagesbild(lagesbildInput(tables)).tables.find((table) => table.id === id);
}

function textsIn(table: ReleasedTable | undefined, column: string): string[] {
	const place = table?.columns.findIndex(({ id }) => id === column) ?? -1;
	return (table?.rows ?? []).map(({ cells }) => {
		const cell = cells[place];
		return cell?.kind === 'text' ? cell.text : (cell?.kind ?? 'none');
	});
}

const columns = [
	...changeColumns.slice(0, 3),
	['summa-fore', 'Alla enheter 2025'],
	['summa', 'Alla enheter 2026'],
	['storst-fore', 'Störst 2025'],
	['storst', 'Störst 2026'],
	...changeColumns.slice(3)
] as const;

describe('whether numbers of persons have changed', () => {
	const both = 'Samma enheter båda gångerna';
	const change = releasedTable('utveckling-vuxna', {
		columns,
		rows: [
			['polis', 'Polisen', 1, 9, 30, 9, 30, 9, 30, both],
			['socialtjanst', 'Socialtjänsten', 5, 16, 20, 20, 32, 8, 21, both],
			['skola', 'Skolan', 4, 20, 60, 24, 70, 8, '..', both],
			['civilsamhalle', 'Civilsamhället', 6, '..', 14, '..', 40, 9, 12, both],
			['annan', 'Annan', '', '', '', '', '', '', '', 'Går inte att jämföra: lagen ändrades 1 juli 2025']
		]
	});
	const table = tableIn([change], 'utveckling');

	it('is said of the same units, and where one unit can carry it, without telling which', () => {
		expect(textsIn(table, 'bedomning')).toEqual([
			'Ja, fler',
			// 20 − 8 = 12 and 32 − 21 = 11
			'Nej. En enda enhet kan stå för hela skillnaden: utan det största talet är alla enheters summa 12 och 11',
			'Ja, fler',
			'Kan inte bedömas: ett av talen visas inte',
			'Går inte att jämföra'
		]);
	});

	it('is told why under the table where it cannot be compared', () => {
		expect(table?.notes.slice(1)).toEqual([
			'Går inte att jämföra, lagen ändrades 1 juli 2025: Annan, vuxna som fått ersättning för sex.'
		]);
	});

	it('has no cause where it cannot be told', () => {
		expect(textsIn(table, 'orsak').at(-1)).toBe('empty');
	});

	it('is shown on the same units and on all of them, without the largest units’ own numbers', () => {
		expect(table?.columns.map(({ id }) => id)).toEqual([
			'panel-enheter',
			'panel-fore',
			'panel',
			'summa-fore',
			'summa',
			'bedomning',
			'orsak'
		]);
	});
});

describe('whether the units’ way of working has changed', () => {
	const shares = (rows: Parameters<typeof releasedTable>[1]['rows']) =>
		tableIn(
			[
				releasedTable('andelar-A7', {
					columns: ['2025', '2026'].flatMap((year) => [
						[`svar-${year}`, `Enheter ${year}`] as const,
						[`svarade-${year}`, `Svarade ${year}`] as const,
						[`tillfragade-${year}`, `Tillfrågade ${year}`] as const
					]),
					rows,
					unit: 'enheter'
				})
			],
			'andelar'
		);

	it('is a share with its interval, and a change only when it exceeds what chance gives', () => {
		const table = shares([
			['ja_alla', 'Ja, alla', 5, 27, 35, 12, 27, 35],
			['nej', 'Nej', 8, 27, 35, 9, 27, 35]
		]);
		// 5 of 27 of 35 asked: z² · 8/34 = 0.904, (5 + 0.452 ± 0.951·√(5·22/27 + 0.226)) / 27.904 = 12.5–26.6 per cent
		expect(textsIn(table, 'andel-2025')).toEqual(['19 (12–27)', '30 (22–39)']);
		expect(textsIn(table, 'skillnad')).toEqual(['+26 (+14 till +37)', '+4 (−8 till +16)']);
		expect(textsIn(table, 'bedomning')).toEqual(['Ja, fler', 'Nej']);
	});

	it('is not told on so few units that shares are not shown', () => {
		const table = shares([['ja_alla', 'Ja, alla', 5, 9, 35, 12, 27, 35]]);
		expect(textsIn(table, 'andel-2025')).toEqual(['empty']);
		expect(textsIn(table, 'bedomning')).toEqual(['Kan inte bedömas: för få enheter']);
	});
});
