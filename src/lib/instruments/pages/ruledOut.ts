import { countColumns } from '#lib/instruments/countColumns.ts';
import { otherCode } from '#lib/instruments/fields/formFields.ts';
import type { CellsView, ElementView, OptionView, PageView } from './elementView.ts';

type Texts = Readonly<Record<string, string | readonly string[]>>;

/** A count's two ways to answer: only one of them may hold something. */
interface Alternatives {
	readonly number: string;
	readonly status: string;
}

/**
 * What a new answer in a field rules out: a count's number and its status, and check boxes beside one that excludes the
 * others; and what the box that chooses all the others chooses. Only what is to change comes back. `before` is what stood in the field.
 */
export function ruledOut(
	view: PageView,
	{ field, before, typed }: { readonly field: string; readonly before: unknown; readonly typed: Texts }
): Texts {
	const now = typed[field] ?? '';
	if (typeof now === 'string') {
		const other = now === '' ? undefined : alternativeTo(view, field);
		return other === undefined || (typed[other] ?? '') === '' ? {} : { [other]: '' };
	}
	const options = view.elements.flatMap((element) => optionsOf(element, field));
	if (options.some(({ selectsAll, value }) => selectsAll && now.includes(value))) {
		return { [field]: allOf(options) };
	}
	const former = Array.isArray(before) ? (before as string[]) : [];
	const exclusive = new Set(options.flatMap((option) => (option.exclusive ? [option.value] : [])));
	const kept = withoutClash(now, former, exclusive);
	return kept.length === now.length ? {} : { [field]: kept };
}

/** The other way to answer the same count: the field of its status for that of its number, and back. */
export function alternativeTo(view: PageView, field: string): string | undefined {
	const pair = alternativesIn(view.elements).find(
		({ number, status }) => number === field || status === field
	);
	return pair?.number === field ? pair.status : pair?.number;
}

function alternativesIn(elements: readonly ElementView[]): Alternatives[] {
	return elements.flatMap((element): Alternatives[] => {
		if (element.kind === 'group') return alternativesIn(element.elements);
		if (element.kind === 'count') {
			const own = { number: element.number.field, status: element.status.field };
			return [own, ...alternativesIn(element.elements)];
		}
		if (element.kind === 'paneldynamic')
			return element.panels.flatMap((panel) => alternativesIn(panel.elements));
		return element.kind === 'matrixdropdown' && element.layout === 'count' ? alternativesOfRows(element) : [];
	});
}

function alternativesOfRows({ columns, rows }: CellsView): Alternatives[] {
	const counts = countColumns(columns);
	return rows.flatMap(({ cells }) => {
		const fieldOf = (column: string | undefined) => cells.find((cell) => cell.column === column)?.field;
		return counts.flatMap((count) => {
			const [number, status] = [fieldOf(count.number), fieldOf(count.status)];
			return number !== undefined && status !== undefined ? [{ number, status }] : [];
		});
	});
}

/** What the box chooses that chooses all the others; as the server reads it without a script (readQuestion.ts). */
function allOf(options: readonly OptionView[]): string[] {
	return options
		.filter(
			({ selectsAll, exclusive, disabled, value }) =>
				!selectsAll && !exclusive && !disabled && value !== otherCode
		)
		.map(({ value }) => value);
}

function optionsOf(element: ElementView, field: string): readonly OptionView[] {
	if (element.kind === 'group' || element.kind === 'count') {
		return element.elements.flatMap((inner) => optionsOf(inner, field));
	}
	if (element.kind === 'checkbox') return element.control.field === field ? element.control.options : [];
	if (element.kind === 'paneldynamic') {
		return element.panels.flatMap((panel) => panel.elements.flatMap((inner) => optionsOf(inner, field)));
	}
	if (element.kind !== 'matrixdropdown' && element.kind !== 'matrixdynamic') return [];
	const cells = element.rows.flatMap((row) => row.cells);
	const cell = cells.find((candidate) => candidate.field === field);
	return cell?.kind === 'choice' ? cell.options : [];
}

/** The choice made last stands: an excluding one alone, any other without those that exclude it. */
function withoutClash(
	now: readonly string[],
	before: readonly string[],
	exclusive: ReadonlySet<string>
): readonly string[] {
	const added = now.filter((code) => !before.includes(code));
	const excluding = added.find((code) => exclusive.has(code));
	if (excluding !== undefined) return [excluding];
	return added.length === 0 ? now : now.filter((code) => !exclusive.has(code));
}
