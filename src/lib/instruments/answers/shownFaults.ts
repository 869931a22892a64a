import type { Fault, Report } from './validatorFault.ts';
import type { Question } from '#lib/instruments/element.ts';
import { type ElementState, entriesOf, entryState, isRepeated } from '#lib/instruments/entries.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { namedQuestions, questionsByName } from '#lib/instruments/instrumentIndex.ts';

export interface FieldFault {
	readonly field: string;
	readonly fault: Fault;
}

/** Reports the faults in what is visible; what a condition hides is nobody's fault. */
export function reportShown(
	instrument: Instrument,
	{ state, reports }: { readonly state: ElementState; readonly reports: readonly FieldFault[] },
	report: Report
): void {
	const questions = questionsByName(instrument);
	for (const { field, fault } of reports) {
		const path = field.split('.');
		if (isShown(path, (name) => questions.get(name)?.question, state)) report(field, fault);
	}
}

function isShown(
	[name = '', index, ...inner]: readonly string[],
	find: (name: string) => Question | undefined,
	state: ElementState
): boolean {
	if (!state.visible.has(name)) return false;
	const question = find(name);
	if (!question || !isRepeated(question) || index === undefined || inner.length === 0) return true;
	const entries = entriesOf(question, state.answers[name]);
	const questions = namedQuestions(question.elements);
	const within = entryState(question, { entries, index: Number(index) }, state.scope);
	return isShown(inner, (innerName) => questions.get(innerName), within);
}
