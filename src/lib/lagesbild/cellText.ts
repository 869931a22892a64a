import { numberText } from '#lib/shared/numberText.ts';
import { hiddenSymbol, type ReleasedCell } from '#lib/disclosure/tables/releasedTable.ts';

/** `14–31`; one number when both ends are the same. */
export function intervalText(low: number, high: number): string {
	return low === high ? numberText(low) : `${numberText(low)}–${numberText(high)}`;
}

export function shareText(percent: number): string {
	return `${numberText(percent)}\u00a0%`;
}

/** What a reader sees in the cell, on every medium. A hidden cell is `..` whatever it held. */
export function cellText(cell: ReleasedCell): string {
	switch (cell.kind) {
		case 'number':
			return numberText(cell.value);
		case 'interval':
			return intervalText(cell.low, cell.high);
		case 'share':
			return shareText(cell.value);
		case 'text':
			return cell.text;
		case 'hidden':
			return hiddenSymbol;
		case 'empty':
			return '';
	}
}
