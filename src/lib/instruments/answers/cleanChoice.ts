import { type Message, messages } from '#lib/instruments/texts/answerMessages.ts';
import type { Choice, ChoiceElement, RankingElement, ScaleElement } from '#lib/instruments/element.ts';

/** Takes what is wrong with an answer. */
export type Refuse = (message: Message) => void;

/** One of the offered codes, exactly as written. */
export function cleanChoice(choices: readonly Choice[], raw: unknown, refuse: Refuse): string | undefined {
	if (raw === '') return undefined;
	const choice = choices.find(({ value }) => value === raw);
	if (!choice) refuse(Array.isArray(raw) ? messages.onlyOne : messages.oneOfList);
	return choice?.value;
}

/** Several of the offered codes, each once, within the limits of the question; an exclusive one stands alone. */
export function cleanChoices(question: ChoiceElement, raw: unknown, refuse: Refuse): string[] | undefined {
	if (!Array.isArray(raw)) {
		refuse(messages.listOfChoices);
		return undefined;
	}
	const fault = selectionFault(question, raw);
	if (fault !== undefined) refuse(fault);
	return fault !== undefined || raw.length === 0 ? undefined : (raw as string[]);
}

type Selection = Pick<ChoiceElement, 'choices' | 'exclusive' | 'maxSelected'>;

function selectionFault(question: Selection, selected: readonly unknown[]): Message | undefined {
	const { choices, exclusive = [], maxSelected } = question;
	if (selected.length > choices.length) return messages.repeatedChoice;
	if (!selected.every((value) => choices.some((choice) => choice.value === value))) {
		return messages.amongList;
	}
	if (new Set(selected).size < selected.length) return messages.repeatedChoice;
	const alone = choices.find(({ value }) => exclusive.includes(value) && selected.includes(value));
	if (alone && selected.length > 1) return messages.notWithOthers(alone.text);
	if (maxSelected !== undefined && selected.length > maxSelected) return messages.atMostChoices(maxSelected);
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
	if (value === undefined) refuse(messages.oneOfList);
	return value;
}

/** Offered codes in order, each once. That all of them are there is a rule of the answered questionnaire. */
export function cleanRanking(question: RankingElement, raw: unknown, refuse: Refuse): string[] | undefined {
	if (!Array.isArray(raw)) {
		refuse(messages.rankingList);
		return undefined;
	}
	const fault = selectionFault(question, raw);
	if (fault !== undefined) refuse(fault);
	return fault !== undefined || raw.length === 0 ? undefined : (raw as string[]);
}
