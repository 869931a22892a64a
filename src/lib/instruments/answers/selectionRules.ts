import { type Message, messages } from '#lib/instruments/texts/answerMessages.ts';
import type { Choice, ChoiceElement, RankingElement } from '#lib/instruments/element.ts';
import { holds } from '#lib/instruments/expressions/evaluate.ts';
import type { Scope } from '#lib/instruments/expressions/scope.ts';
import { visibleChoices } from './pruneAnswer.ts';

/** The first chosen answer that a condition has put out of reach. */
export function disabledChoice(
	choices: readonly Choice[],
	value: unknown,
	scope: Scope
): Message | undefined {
	const chosen = choices.find(
		(choice) =>
			choice.enableIf &&
			(Array.isArray(value) ? value.includes(choice.value) : choice.value === value) &&
			!holds(choice.enableIf, scope)
	);
	return chosen && messages.disabledChoice(chosen.text);
}

/** What the number of chosen answers breaks. The most that may be chosen is already held when the answer is read. */
export function selectionFaults(
	question: ChoiceElement | RankingElement,
	value: unknown,
	scope: Scope
): Message[] {
	const selected = Array.isArray(value) ? value.length : 0;
	const isRanking = question.kind === 'ranking';
	if (isRanking && !question.isPartial && selected > 0) {
		// What the respondent has not placed is not placed by us: an order made up by a computer is nobody's opinion.
		const offered = visibleChoices(question.choices, scope).length;
		return selected < offered ? [messages.rankAllOrNone] : [];
	}
	if (isRanking && selected === 0) return [];
	const { minSelected = 0 } = question;
	return selected < minSelected ? [messages.atLeastChoices(minSelected)] : [];
}
