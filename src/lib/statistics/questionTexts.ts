import type { Element } from '#lib/instruments/element.ts';
import type { Instrument, Variable } from '#lib/instruments/instrument.ts';

/** The question's name in the questionnaire: `P1`, `P5_samverkan`; of a count its name without the number's suffix. */
export function elementOf(variable: Variable): string {
	return (variable.path[0] ?? variable.code).replace(/_antal$/, '');
}

/** The code that an opinion is tallied under: a choice's code without its option (`Z6.beroende` → `Z6`). */
export function tallyCode(variable: Variable): string {
	const ending = `.${variable.option ?? ''}`;
	return variable.role === 'choice' && variable.code.endsWith(ending)
		? variable.code.slice(0, -ending.length)
		: variable.code;
}

function findElement(elements: readonly Element[], name: string): Element | undefined {
	for (const element of elements) {
		if (element.name === name) return element;
		const inside = element.kind === 'panel' ? findElement(element.elements, name) : undefined;
		if (inside) return inside;
	}
	return undefined;
}

/** What the option of a choice says. */
export function optionText(instrument: Instrument, variable: Variable): string {
	const known = variable.options?.find(({ value }) => value === variable.option);
	if (known) return known.text;
	const element = findElement(
		instrument.pages.flatMap((page) => page.elements),
		variable.path[0] ?? ''
	);
	const choices = element && 'choices' in element ? element.choices : [];
	return choices.find(({ value }) => value === variable.option)?.text ?? variable.option ?? variable.title;
}

/** A variable's title is the question, its row, its column or option, with dashes between; this is the question alone. */
export function questionTitle(instrument: Instrument, variable: Variable): string {
	const endings =
		variable.role === 'choice'
			? [optionText(instrument, variable)]
			: [variable.column?.text, variable.row?.text];
	return endings.reduce((title: string, ending) => {
		const tail = ` – ${ending ?? ''}`;
		return ending !== undefined && title.endsWith(tail) ? title.slice(0, -tail.length) : title;
	}, variable.title);
}
