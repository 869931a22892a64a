import { variablePaths } from '#lib/instruments/expressions/compileExpression.ts';
import { questionsOf } from '#lib/instruments/instrumentIndex.ts';
import type { Expression } from '#lib/instruments/expressions/expression.ts';
import type { Effect, Ending, InstrumentPage } from '#lib/instruments/instrument.ts';
import type { JsonPlace } from './questionnaireReader.ts';

const effectKeys = ['setValueIf', 'setValueExpression', 'resetValueIf'];

/** Of a row, an entry or a field of a question: what fills it in would act on what another window may have moved. */
export function refuseEffects(place: JsonPlace): void {
	for (const key of effectKeys) if (place.has(key)) place.fault(key, 'Stöds inte i rader och poster');
}

/** What a question fills in or clears by itself. */
export function readQuestionEffects(place: JsonPlace, name: string): void {
	if (!effectKeys.some((key) => place.has(key))) return;
	if (place.notes.local.length > 0) {
		refuseEffects(place);
		return;
	}
	const [setIf, value, resetIf] = [
		place.expression('setValueIf'),
		place.expression('setValueExpression'),
		place.expression('resetValueIf')
	];
	if (setIf ?? value) {
		// Whatever either of them names is watched, as in SurveyJS; of a trigger only what its condition names.
		const watches = [setIf, value].flatMap((expression) => (expression ? namesIn(expression) : []));
		place.notes.effects.push({ ...effect(name, setIf, value), watches: [...new Set(watches)] });
	}
	if (resetIf) place.notes.effects.push(effect(name, resetIf, undefined));
}

function effect(name: string, condition: Expression | undefined, value: Expression | undefined): Effect {
	const watched = condition ?? value;
	return {
		name,
		...(condition && { condition }),
		...(value && { value }),
		watches: watched ? namesIn(watched) : []
	};
}

function namesIn(expression: Expression): string[] {
	return [...new Set(variablePaths(expression).map((path) => path.split(/[.[]/)[0] ?? ''))];
}

/** SurveyJS's triggers. A condition in parts (name, operator, value) is the old way, and is refused with the new one. */
export function compileTriggers(root: JsonPlace, pages: readonly InstrumentPage[]): Ending[] {
	const pageOf = new Map(
		pages.flatMap(({ elements }, page) => questionsOf(elements).map(({ name }) => [name, page] as const))
	);
	return root.places('triggers').flatMap((trigger): Ending[] => {
		const condition = trigger.expression('expression');
		for (const key of ['name', 'operator', 'value', 'isVariable']) {
			if (trigger.has(key)) trigger.fault(key, 'Skriv villkoret i expression');
		}
		const type = trigger.value('type');
		if (type === 'complete') return condition ? [endingOf(condition, pageOf)] : [];
		if (type === 'skip') return skipOf(trigger, condition, pageOf);
		addSetting(root, { trigger, condition, pageOf });
		return [];
	});
}

function addSetting(
	root: JsonPlace,
	{
		trigger,
		condition,
		pageOf
	}: {
		readonly trigger: JsonPlace;
		readonly condition: Expression | undefined;
		readonly pageOf: ReadonlyMap<string, number>;
	}
): void {
	const set = settingTrigger(trigger, condition);
	if (!set) return;
	const from = trigger.value('fromName');
	if (typeof from === 'string' && !pageOf.has(from.split('.')[0] ?? '')) {
		trigger.fault('fromName', `Frågan ${from} finns inte`);
	}
	if (pageOf.has(set.name)) root.notes.effects.push(set);
	else trigger.fault('setToName', `Frågan ${set.name} finns inte`);
}

/** The questionnaire ends with the page where the last of the condition's questions stands. */
function endingOf(condition: Expression, pageOf: ReadonlyMap<string, number>): Ending {
	const pages = namesIn(condition).flatMap((name) => pageOf.get(name) ?? []);
	return { condition, page: Math.max(0, ...pages) };
}

/** The pages between the condition's last question and the one that is gone to are not asked. */
function skipOf(
	trigger: JsonPlace,
	condition: Expression | undefined,
	pageOf: ReadonlyMap<string, number>
): Ending[] {
	const goal = trigger.text('gotoName') ?? '';
	const until = pageOf.get(goal);
	if (until === undefined) {
		trigger.fault('gotoName', `Frågan ${goal} finns inte`);
		return [];
	}
	if (!condition) return [];
	const from = endingOf(condition, pageOf);
	if (until > from.page) return [{ ...from, until }];
	trigger.fault('gotoName', `Frågan ${goal} ska stå på en senare sida än villkorets frågor`);
	return [];
}

function settingTrigger(trigger: JsonPlace, condition: Expression | undefined): Effect | undefined {
	const name = trigger.text('setToName') ?? '';
	switch (trigger.value('type')) {
		case 'setvalue':
			return effect(name, condition, { kind: 'constant', value: trigger.value('setValue') });
		case 'copyvalue': {
			const source: Expression = { kind: 'variable', path: trigger.text('fromName') ?? '', asIs: true };
			const copying = effect(name, condition, source);
			return { ...copying, watches: [...new Set([...copying.watches, ...namesIn(source)])] };
		}
		case 'runexpression':
			return effect(name, condition, trigger.expression('runExpression'));
		default:
			trigger.fault(
				'type',
				'Ska vara complete, skip, setvalue, copyvalue eller runexpression; vad som visas styrs av visibleIf'
			);
			return undefined;
	}
}
