import { cleanAnswer } from './cleanAnswer.ts';
import { isEmptyValue, valuesEqual } from '#lib/instruments/expressions/comparison.ts';
import type { Question } from '#lib/instruments/element.ts';
import { evaluate, holds } from '#lib/instruments/expressions/evaluate.ts';
import type { Answers, Effect, Instrument } from '#lib/instruments/instrument.ts';
import { questionsByName } from '#lib/instruments/instrumentIndex.ts';
import { resolveState } from './visibility.ts';

/**
 * What the questionnaire itself fills in or clears after some answers have changed (SurveyJS's setValueIf,
 * setValueExpression, resetValueIf and the triggers that set values). Each effect acts once at most, so that it ends;
 * what the respondent has just changed is left alone, and what a question does not allow is never put there.
 */
export function applyEffects(
	instrument: Instrument,
	{ before, after }: { readonly before: Answers; readonly after: Answers }
): Answers {
	const { effects = [] } = instrument;
	if (effects.length === 0) return after;
	const answered = changedNames(before, after);
	const waiting = new Set(effects.filter(({ name }) => !answered.has(name)));
	let changed: ReadonlySet<string> = answered;
	let current = after;
	while (changed.size > 0) {
		const next = new Set<string>();
		for (const effect of [...waiting].filter(({ watches }) => watches.some((name) => changed.has(name)))) {
			const set = applied(instrument, effect, current);
			if (!set) continue;
			waiting.delete(effect);
			if (!valuesEqual(set[effect.name], current[effect.name], false)) next.add(effect.name);
			current = set;
		}
		changed = next;
	}
	return current;
}

export function changedNames(before: Answers, after: Answers): Set<string> {
	const names = new Set([...Object.keys(before), ...Object.keys(after)]);
	return new Set([...names].filter((name) => !valuesEqual(before[name], after[name], false)));
}

/** The answers with the effect in place; undefined when its condition is not met. */
function applied(instrument: Instrument, effect: Effect, answers: Answers): Answers | undefined {
	const { scope } = resolveState(instrument, answers);
	const question = questionsByName(instrument).get(effect.name)?.question;
	if (!question || !holds(effect.condition, scope)) return undefined;
	const others: Record<string, unknown> = { ...answers };
	Reflect.deleteProperty(others, effect.name);
	const raw = effect.value ? evaluate(effect.value, scope) : undefined;
	const value = isEmptyValue(raw) ? undefined : allowedValue(question, raw);
	if (value !== undefined) return { ...others, [effect.name]: value };
	return isEmptyValue(raw) ? others : answers;
}

function allowedValue(question: Question, raw: unknown): unknown {
	const faults: string[] = [];
	const value = cleanAnswer(question, inStoredForm(question, raw), (field) => faults.push(field));
	return faults.length === 0 ? value : undefined;
}

/** Codes are text, and so is what is written in a field of text, also when an expression has made a number of it. */
function inStoredForm(question: Question, raw: unknown): unknown {
	if (typeof raw !== 'number' && typeof raw !== 'boolean') return raw;
	const isCode =
		question.kind === 'radiogroup' || question.kind === 'dropdown' || question.kind === 'comment';
	const isText = question.kind === 'text' && question.inputType !== 'number';
	return isCode || isText ? String(raw) : raw;
}
