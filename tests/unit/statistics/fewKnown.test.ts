import { describe, expect, it } from 'vitest';
import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy } from '#lib/disclosure/protection.ts';
import type { Protection } from '#lib/disclosure/protection.ts';
import { packedStatus } from '#lib/instruments/instrument.ts';
import { buildIndicatorTables } from '#lib/statistics/buildIndicatorTables.ts';
import type { RoundAnswers } from '#lib/statistics/statisticsInput.ts';
import { composedRound } from '../../support/composedRound.ts';

const { noll } = packedStatus;

/** The round with one variable of one sector answered as given, unit by unit; the other units said "noll". */
function withAnswers(round: RoundAnswers, code: string, values: readonly number[]): RoundAnswers {
	return {
		...round,
		sectors: round.sectors.map((sector) => {
			const place = sector.instrument.variables.findIndex((variable) => variable.code === code);
			if (place === -1) return sector;
			const units = sector.units.map((unit, index) => ({
				...unit,
				row: unit.row.map((packed, at) => (at === place ? (values[index] ?? noll) : packed))
			}));
			return { ...sector, units };
		})
	};
}

async function released(round: RoundAnswers): Promise<Protection> {
	const outcome = await protect({
		set: buildIndicatorTables(round),
		policy: defaultPolicy,
		ledger: new Map()
	});
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return outcome.value;
}

describe('the number of units behind a count of persons', () => {
	it('is not shown beside a sum that then gives each unit’s number away (2, 1, 1, 1)', async () => {
		const { shown } = await released(withAnswers(composedRound(2025, 7), 'S23', [2, 1, 1, 1]));
		expect({
			sum: shown.get('2025/S23/socialtjanst/sum'),
			units: shown.get('2025/S23/socialtjanst/svar-antal'),
			zero: shown.get('2025/S23/socialtjanst/svar-noll')
		}).toEqual({ sum: 5, units: null, zero: null });
	});

	it('is shown where no unit can have fewer persons than the threshold for all that a reader knows', async () => {
		const { shown } = await released(withAnswers(composedRound(2025, 7), 'S23', [9, 8]));
		expect([shown.get('2025/S23/socialtjanst/sum'), shown.get('2025/S23/socialtjanst/svar-antal')]).toEqual([
			17, 2
		]);
	});

	it('is, wherever it is shown, too small to pin any unit under the threshold', async () => {
		for (const seed of [1, 2, 3, 4]) {
			const round = composedRound(2025, seed);
			const { shown } = await released(round);
			for (const { sector, instrument, units } of round.sectors) {
				for (const [place, variable] of instrument.variables.entries()) {
					const count = shown.get(`2025/${variable.code}/${sector}/svar-antal`);
					if (!variable.person || count === undefined || count === null) continue;
					const numbers = units.map((unit) => unit.row[place] ?? 0).filter((number) => number > 0);
					if (numbers.length < 2) continue;
					const sum = numbers.reduce((total, number) => total + number, 0);
					const most = sum - (numbers.length - 1);
					expect([variable.code, most >= 5]).toEqual([variable.code, true]);
				}
			}
		}
	});
});

describe('a fact that is asked on account of known persons', () => {
	it('is not shown when they are few: how a school came to know of two pupils', async () => {
		const school = composedRound(2025, 7).sectors.find((each) => each.sector === 'skola');
		const gate = school?.instrument.variables.find((variable) => variable.code === 'K1');
		const yes = gate?.options?.findIndex((option) => option.value === 'ja') ?? -1;
		const no = gate?.options?.findIndex((option) => option.value === 'nej_arbetat_aktivt') ?? -1;
		const none = Array.from({ length: 20 }, () => no);
		const gated = withAnswers(composedRound(2025, 7), 'K1', [yes, yes, ...none]);
		const { shown } = await released(withAnswers(gated, 'K2', [1, 1]));
		const keys = [...shown.keys()].filter((key) => /^2025\/K(?:1|4|19|20)[./]/.test(key));
		expect(keys.length).toBeGreaterThan(8);
		expect(keys.filter((key) => shown.get(key) !== null)).toEqual([]);
	});
});
