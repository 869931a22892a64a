import { describe, expect, it } from 'vitest';
import { protect } from '#lib/disclosure/protect.ts';
import { policyForPersons } from '#lib/disclosure/protection.ts';
import type { Protection } from '#lib/disclosure/protection.ts';
import { packedStatus } from '#lib/instruments/instrument.ts';
import { composedRound } from '../../support/composedRound.ts';
import { tablesOfRows, type RoundRows } from '../../support/unitRows.ts';

const { noll, not_shown: notShown } = packedStatus;

/** The round with one variable of one sector answered as given, unit by unit; the other units said "noll". */
function withAnswers(round: RoundRows, code: string, values: readonly number[]): RoundRows {
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

async function released(round: RoundRows): Promise<Protection> {
	const outcome = await protect({
		set: tablesOfRows(round),
		policy: policyForPersons,
		ledger: new Map()
	});
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return outcome.value;
}

describe('the number of units behind a count of persons', { timeout: 60_000 }, () => {
	it('is not shown beside a sum that then gives each unit’s number away (2, 1, 1, 1)', async () => {
		const { shown } = await released(withAnswers(composedRound(2025, 7), 'S23', [2, 1, 1, 1]));
		expect({
			sum: shown.get('2025/S23/socialtjanst/sum'),
			units: shown.get('2025/S23/socialtjanst/svar-antal'),
			zero: shown.get('2025/S23/socialtjanst/svar-noll')
		}).toEqual({ sum: 5, units: null, zero: null });
	});

	it('is withheld for that reason, and the other answers beside it are shown', async () => {
		const { hidden, shown } = await released(withAnswers(composedRound(2025, 7), 'S23', [2, 1, 1, 1]));
		expect(hidden.get('2025/S23/socialtjanst/svar-antal')).toBe('withheld');
		expect(shown.get('2025/S23/socialtjanst/svar-vet_ej')).toBe(0);
	});

	it('is not shown where the largest unit would know that all others are few (20, 2, 1)', async () => {
		const { shown } = await released(withAnswers(composedRound(2025, 7), 'S23', [20, 2, 1]));
		expect(shown.get('2025/S23/socialtjanst/svar-antal')).toBe(null);
	});

	it('is shown where no unit can have fewer persons than the threshold for all that a reader knows', async () => {
		const { shown } = await released(withAnswers(composedRound(2025, 7), 'S23', [9, 8]));
		expect([shown.get('2025/S23/socialtjanst/sum'), shown.get('2025/S23/socialtjanst/svar-antal')]).toEqual([
			17, 2
		]);
	});

	it(
		'is, wherever it is shown, too small to pin any unit under the threshold',
		{ timeout: 60_000 },
		async () => {
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
		}
	);
});

describe('a fact that is asked on account of known persons', { timeout: 60_000 }, () => {
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

describe('a breakdown that is asked from the threshold on', { timeout: 60_000 }, () => {
	/** S1 as given; who reaches five is asked for S2, here all of them women of one age. */
	function splitAdults(numbers: readonly number[]): RoundRows {
		const round = withAnswers(composedRound(2025, 7), 'S1', numbers);
		const codes = round.sectors
			.flatMap(({ instrument }) => instrument.variables.map(({ code }) => code))
			.filter((code) => code.startsWith('S2.'));
		return codes.reduce((answers, code, place) => {
			const asked = numbers.map((number) => (number < 5 ? notShown : place === 0 ? number : 0));
			return withAnswers(answers, code, [...asked, ...Array.from({ length: 20 }, () => notShown)]);
		}, round);
	}

	const breakdownOf = (protection: Protection) =>
		protection.tables
			.find(({ id }) => id === 'S2-socialtjanst')
			?.rows.at(-1)
			?.cells.at(-1);

	it('is not shown of fewer than twice the threshold: its absence must not tell that all units are under it', async () => {
		expect(breakdownOf(await released(splitAdults([6, 4, 4])))).toBe(undefined);
	});

	it('keeps its total where fewer than the threshold are outside it, so that the sum can be shown', async () => {
		const protection = await released(splitAdults([9, 8, 3]));
		expect(breakdownOf(protection)).toEqual({ kind: 'hidden' });
		expect(protection.shown.get('2025/S1/socialtjanst/sum')).toBe(20);
	});

	it('is shown with its total where nobody or enough are outside it', async () => {
		expect(breakdownOf(await released(splitAdults([9, 8, 4, 4])))).toEqual({ kind: 'number', value: 17 });
	});

	it('is not shown where the sum leaves no room for more than a few outside it', async () => {
		expect(breakdownOf(await released(splitAdults([6, 5, 3])))).toBe(undefined);
	});
});
