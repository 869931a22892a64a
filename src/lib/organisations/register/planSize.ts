import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { RegisteredUnit, UnitSize } from './register.ts';
import { addTo, type Entry } from './registerDraft.ts';
import { added, compare, fault, type RowWork, type Stated } from './rowFate.ts';

function byDay(one: Entry<UnitSize>, other: Entry<UnitSize>): number {
	return one.values.holdsFrom < other.values.holdsFrom ? -1 : 1;
}

/** The day that a size without a day holds from: that of the latest, when it is the same, else today. */
function unsaidDay(work: RowWork, latest: UnitSize | undefined): CalendarDate {
	const { size, measure } = work.cells;
	const isLatest = latest?.size === size && (measure ?? latest?.measure) === latest?.measure;
	return latest && isLatest ? latest.holdsFrom : work.draft.today;
}

function newSize(work: RowWork, values: UnitSize, stated: Stated<UnitSize>): void {
	const { sizes } = work.draft;
	const entry = added(work, { values, stated, name: 'storlek' });
	work.writes.push(() => {
		addTo(sizes, values.unitId, entry);
		sizes.get(values.unitId)?.sort(byDay);
	});
}

function planStatedSize(work: RowWork, unitId: string, size: number): void {
	const { measure, sizeFrom } = work.cells;
	const sizes = work.draft.sizes.get(unitId) ?? [];
	const latest = sizes.at(-1)?.values;
	const holdsFrom = sizeFrom ?? unsaidDay(work, latest);
	const stated: Stated<UnitSize> = [
		['size', 'size', size],
		['measure', 'measure', measure]
	];
	const known = sizes.find((entry) => entry.values.holdsFrom === holdsFrom);
	if (known) {
		compare(work, known, stated);
		return;
	}
	const counted = measure ?? latest?.measure;
	if (counted === undefined) fault(work, 'measure', 'Skriv vad storleken avser, till exempel elever');
	else newSize(work, { unitId, holdsFrom, size, measure: counted }, stated);
}

/** The unit's size: the one of the day that the row names; without a day, the latest, or a new one from today. */
export function planSize(work: RowWork, unit: Entry<RegisteredUnit>): void {
	const { size, measure, sizeFrom } = work.cells;
	if (size !== undefined) planStatedSize(work, unit.values.unitId, size);
	else if (sizeFrom !== undefined && measure !== undefined) fault(work, 'size', 'Storlek saknas');
}
