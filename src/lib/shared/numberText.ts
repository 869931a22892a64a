// Made once: it costs as much as drawing a question.
const wholeNumber = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0, useGrouping: true });

const oneDecimal = new Intl.NumberFormat('sv-SE', {
	minimumFractionDigits: 1,
	maximumFractionDigits: 1,
	useGrouping: true
});

/** A whole number as Swedish print has it: `1 047`, with a no-break space. */
export function numberText(value: number): string {
	return wholeNumber.format(value);
}

/** To one decimal, also where it is 0: `3,0`. */
export function oneDecimalText(value: number): string {
	return oneDecimal.format(value);
}
