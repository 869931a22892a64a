import { expect, test } from 'vitest';
import type { DesignChange } from '#lib/disclosure/design/designReview.ts';
import { plannedSplits } from '#lib/disclosure/design/plannedSplits.ts';
import { protect } from '#lib/disclosure/protect.ts';
import { policyForPersons } from '#lib/disclosure/protection.ts';
import { redesigned } from '#lib/disclosure/design/redesign.ts';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { isSplitOfBreakdowns } from '#lib/statistics/planChanges.ts';
import { demonstrationRound } from '../../support/demonstrationRounds.ts';
import { lagesbildInput } from '../../support/lagesbildInput.ts';
import { tablesOfRows } from '../../support/unitRows.ts';

const merge: DesignChange = {
	kind: 'merge',
	split: '18–25 år / 26–39 år / 40 år eller äldre / Okänd',
	categories: ['26–39 år', '40 år eller äldre']
};

test('a report of changed tables is proven and printed like any other', { timeout: 120_000 }, async () => {
	const planned = tablesOfRows(demonstrationRound('sjovalla', 2024));
	const policy = { ...policyForPersons, level: 'threshold' } as const;
	const hiddenOf = async (set: typeof planned) => {
		const outcome = await protect({ set, policy, ledger: new Map() });
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.unprotected));
		return outcome.value;
	};
	const [before, after] = [await hiddenOf(planned), await hiddenOf(redesigned(planned, merge))];
	expect(after.hidden.size).toBeLessThan(before.hidden.size);
	const lagesbild = buildLagesbild(lagesbildInput(after.tables));
	const table = lagesbild.tables.find(({ id }) => id === 'S2-socialtjanst');
	expect(table?.columns.map(({ title }) => title)).toEqual([
		'18–25 år',
		'26–39 år + 40 år eller äldre',
		'Okänd',
		'Summa'
	]);
});

test('only groups of a breakdown are merged or left out, not the numbers of a count', () => {
	const planned = tablesOfRows(demonstrationRound('sjovalla', 2024));
	const splits = plannedSplits(planned).map(({ id }) => id);
	expect(isSplitOfBreakdowns(planned, merge.split)).toBe(true);
	expect(splits.filter((id) => !isSplitOfBreakdowns(planned, id) && id.includes(' år'))).toEqual([]);
	expect(isSplitOfBreakdowns(planned, 'Finns / Inte')).toBe(false);
});
