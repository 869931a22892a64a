import { expect, test } from 'vitest';
import { protect } from '#lib/disclosure/protect.ts';
import { policyForPersons } from '#lib/disclosure/protection.ts';
import { demonstrationRound } from '../../support/demonstrationRounds.ts';
import { tablesOfRows } from '../../support/unitRows.ts';

const answers = demonstrationRound('sjovalla', 2024);

async function release(threshold: number) {
	const set = tablesOfRows({ ...answers, threshold });
	const policy = { ...policyForPersons, threshold, level: 'threshold' } as const;
	const outcome = await protect({ set, policy, ledger: new Map() });
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
	return { set, ...outcome.value };
}

// The questionnaire asked for breakdowns from five persons on. That stays a fact of it; what may be shown is another.
test(
	'a threshold above the questionnaire’s own shows no smaller number, and withholds what tells of few by it',
	{ timeout: 120_000 },
	async () => {
		const [own, raised] = [await release(5), await release(7)];
		const small = raised.set.cells.filter(
			({ key, rule, value, isVirtual }) =>
				rule === 'persons' && !isVirtual && value > 0 && value < 7 && !raised.hidden.has(key)
		);
		expect(small).toEqual([]);
		const withheld = ({ hidden }: typeof own) =>
			[...hidden.values()].filter((reason) => reason === 'withheld');
		expect(withheld(raised).length).toBeGreaterThan(withheld(own).length);
		const breakdowns = raised.tables
			.flatMap(({ notes }) => notes)
			.filter((note) => note.includes('frågades bara'));
		expect(new Set(breakdowns)).toEqual(
			new Set([
				'Fördelningen frågades bara av enheter som känner till minst 5 personer. Övriga enheters personer ingår inte.'
			])
		);
	}
);

test('a threshold below the questionnaire’s own withholds what it withheld', () => {
	const groups = (threshold?: number) =>
		tablesOfRows({ ...answers, ...(threshold === undefined ? {} : { threshold }) })
			.cells.filter(({ rule }) => rule === 'withheld')
			.map(({ key }) => key);
	expect(groups(3)).toEqual(groups());
});
