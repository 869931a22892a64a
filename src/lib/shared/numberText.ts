// Made once: it costs as much as drawing a question.
const wholeNumber = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0, useGrouping: true });

/** A whole number as Swedish print has it: `1 047`, with a no-break space. */
export function numberText(value: number): string {
	return wholeNumber.format(value);
}
