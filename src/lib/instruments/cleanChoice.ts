import type { Choice, ChoiceElement, RankingElement, ScaleElement } from './element.ts';

/** Takes what is wrong with an answer, as a Swedish sentence. */
export type Refuse = (message: string) => void;

/** One of the offered codes, exactly as written. */
export function cleanChoice(choices: readonly Choice[], raw: unknown, refuse: Refuse): string | undefined {
	if (raw === '') return undefined;
	const choice = choices.find(({ value }) => value === raw);
	if (!choice) refuse(Array.isArray(raw) ? 'Välj bara ett svar.' : 'Välj ett av svaren i listan.');
	return choice?.value;
}

/** Several of the offered codes, each once, within the limits of the question; an exclusive one stands alone. */
export function cleanChoices(question: ChoiceElement, raw: unknown, refuse: Refuse): string[] | undefined {
	if (!Array.isArray(raw)) {
		refuse('Svaret ska vara en lista av val.');
		return undefined;
	}
	const fault = selectionFault(question, raw);
	if (fault !== undefined) refuse(fault);
	return fault !== undefined || raw.length === 0 ? undefined : (raw as string[]);
}

type Selection = Pick<ChoiceElement, 'choices' | 'exclusive' | 'maxSelected'>;

function selectionFault(question: Selection, selected: readonly unknown[]): string | undefined {
	const { choices, exclusive = [], maxSelected } = question;
	if (selected.length > choices.length) return 'Samma svar är valt flera gånger.';
	if (!selected.every((value) => choices.some((choice) => choice.value === value))) {
		return 'Välj bland svaren i listan.';
	}
	if (new Set(selected).size < selected.length) return 'Samma svar är valt flera gånger.';
	const alone = choices.find(({ value }) => exclusive.includes(value) && selected.includes(value));
	if (alone && selected.length > 1)
		return `Svaret ”${alone.text}” kan inte väljas tillsammans med andra svar.`;
	if (maxSelected !== undefined && selected.length > maxSelected)
		return `Välj högst ${String(maxSelected)} svar.`;
	return undefined;
}

/** One of the values of a scale, of the type that it is stored as: 3 and not '3', true and not 'yes'. */
export function cleanScale(
	{ values }: ScaleElement,
	raw: unknown,
	refuse: Refuse
): boolean | number | string | undefined {
	if (raw === '') return undefined;
	const value = values.find((known) => known === raw);
	if (value === undefined) refuse('Välj ett av svaren i listan.');
	return value;
}

/** Offered codes in order, each once. That all of them are there is a rule of the answered questionnaire. */
export function cleanRanking(question: RankingElement, raw: unknown, refuse: Refuse): string[] | undefined {
	if (!Array.isArray(raw)) {
		refuse('Svaret ska vara en lista i rangordning.');
		return undefined;
	}
	const fault = selectionFault(question, raw);
	if (fault !== undefined) refuse(fault);
	return fault !== undefined || raw.length === 0 ? undefined : (raw as string[]);
}
