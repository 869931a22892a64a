import { variablePaths } from './compileExpression.ts';
import { questionsOf } from './instrumentIndex.ts';
import type { Expression } from './expression.ts';
import type { Effect, Ending, InstrumentPage } from './instrument.ts';
import type { JsonPlace } from './questionnaireReader.ts';

const effectKeys = ['setValueIf', 'setValueExpression', 'resetValueIf'];

/** What a question fills in or clears by itself. */
export function readQuestionEffects(place: JsonPlace, name: string): void {
	if (!effectKeys.some((key) => place.has(key))) return;
	if (place.notes.local.length > 0) {
		for (const key of effectKeys) if (place.has(key)) place.fault(key, 'Stöds inte i rader och poster');
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
		if (trigger.value('type') === 'complete') return condition ? [endingOf(condition, pageOf)] : [];
		const set = settingTrigger(trigger, condition);
		if (!set) return [];
		const from = trigger.value('fromName');
		if (typeof from === 'string' && !pageOf.has(from.split('.')[0] ?? '')) {
			trigger.fault('fromName', `Frågan ${from} finns inte`);
		}
		if (pageOf.has(set.name)) root.notes.effects.push(set);
		else trigger.fault('setToName', `Frågan ${set.name} finns inte`);
		return [];
	});
}

/** The questionnaire ends with the page where the last of the condition's questions stands. */
function endingOf(condition: Expression, pageOf: ReadonlyMap<string, number>): Ending {
	const pages = namesIn(condition).flatMap((name) => pageOf.get(name) ?? []);
	return { condition, page: Math.max(0, ...pages) };
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
				'Ska vara complete, setvalue, copyvalue eller runexpression; vad som visas och hoppas över styrs av visibleIf'
			);
			return undefined;
	}
}
