import { keysInPlan, type CellPlan, type IndicatorTableSet } from './indicatorTable.ts';
import type { HiddenPlace, HidingReason, PlaceReason } from '#lib/disclosure/protection.ts';
import type { ReleasableNumbers } from './releaseTables.ts';

/** Every place that a release hides. A place of two numbers has the reason that comes from a rule of its own, if any. */
export function hiddenPlaces(
	{ tables }: Pick<IndicatorTableSet, 'tables'>,
	reasons: ReadonlyMap<string, HidingReason>,
	numbers: Pick<ReleasableNumbers, 'value' | 'minimumShareBase'>
): HiddenPlace[] {
	return tables.flatMap((table) =>
		table.rows.flatMap((row) =>
			row.cells.flatMap((plan, place): HiddenPlace[] => {
				const reason = reasonOfPlan(plan, reasons, numbers);
				const column = table.columns[place]?.id ?? '';
				return reason ? [{ table: table.id, row: row.id, column, reason }] : [];
			})
		)
	);
}

function reasonOfPlan(
	plan: CellPlan,
	reasons: ReadonlyMap<string, HidingReason>,
	{ value, minimumShareBase }: Pick<ReleasableNumbers, 'value' | 'minimumShareBase'>
): PlaceReason | undefined {
	if (plan.kind === 'withheld') return 'withheld';
	const found = keysInPlan(plan).flatMap((key) => reasons.get(key) ?? []);
	const own = found.find((reason) => reason !== 'complementary') ?? found[0];
	if (own) return own;
	return plan.kind === 'share' && value(plan.base) < minimumShareBase ? 'share-base' : undefined;
}
