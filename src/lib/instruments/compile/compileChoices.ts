import { expressionValue } from '#lib/instruments/expressions/comparison.ts';
import { isRecord } from '#lib/instruments/record.ts';
import { propertiesOf } from './elementProperties.ts';
import type { Choice, ChoiceElement, RankingElement } from '#lib/instruments/element.ts';
import type { Expression } from '#lib/instruments/expressions/expression.ts';
import type { OwnContext } from './compileItem.ts';
import { otherCode } from '#lib/instruments/fields/formFields.ts';
import { type JsonPlace, readChoices } from './questionnaireReader.ts';

export function compileChoices(
	place: JsonPlace,
	type: ChoiceElement['kind'] | 'tagbox'
): Omit<ChoiceElement, 'name' | 'title'> {
	place.onlyKnows(propertiesOf(type));
	// A tagbox is a checkbox that SurveyJS folds together; natively both are a list of boxes.
	const kind = type === 'tagbox' ? 'checkbox' : type;
	const special = specialChoices(place);
	const choices = [...conditionedChoices(place), ...special];
	const exclusive = [...exclusiveCodes(place), ...special.map(({ value }) => value)].filter(
		(code) => code !== otherCode
	);
	return {
		kind,
		choices,
		...(kind === 'checkbox' && exclusive.length > 0 && { exclusive }),
		...(kind === 'checkbox' && readSelectionLimits(place)),
		...(kind === 'checkbox' && place.boolean('showSelectAllItem') && { selectAll: selectAllText(place) })
	};
}

const specialCodes = [
	{
		code: 'none',
		show: 'showNoneItem',
		text: 'noneText',
		unstated: { sv: 'Inget av dessa', en: 'None of these' }
	},
	{
		code: 'refused',
		show: 'showRefuseItem',
		text: 'refuseText',
		unstated: { sv: 'Vill inte svara', en: 'Prefer not to answer' }
	},
	{
		code: 'dontknow',
		show: 'showDontKnowItem',
		text: 'dontKnowText',
		unstated: { sv: 'Vet ej', en: 'Do not know' }
	},
	{ code: otherCode, show: 'showOtherItem', text: 'otherText', unstated: { sv: 'Annat', en: 'Other' } }
] as const;

/** The choices that SurveyJS adds by itself. “Other” has a text field of its own, see `commentOf`. */
function specialChoices(place: JsonPlace): Choice[] {
	const written = new Set(
		place.list('choices').map((choice) => (isRecord(choice) ? choice['value'] : choice))
	);
	return specialCodes
		.filter(({ show }) => place.boolean(show))
		.map(({ code, text, unstated }) => {
			if (written.has(code)) place.fault('choices', `Koden ${code} är upptagen av ett eget alternativ`);
			return { value: code, text: place.textOr(text, unstated) };
		});
}

function exclusiveCodes(place: JsonPlace): string[] {
	return place
		.list('choices')
		.flatMap((choice) =>
			isRecord(choice) && choice['isExclusive'] === true ? [String(choice['value'])] : []
		);
}

function selectAllText(place: JsonPlace): string {
	return place.textOr('selectAllText', { sv: 'Välj alla', en: 'Choose all' });
}

/** SurveyJS's 0 is “no limit”. */
function readSelectionLimits(place: JsonPlace): Pick<ChoiceElement, 'minSelected' | 'maxSelected'> {
	const minSelected = place.wholeNumber('minSelectedChoices', 0);
	const maxSelected = place.wholeNumber('maxSelectedChoices', 0);
	return { ...(minSelected && { minSelected }), ...(maxSelected && { maxSelected }) };
}

export function compileRanking(place: JsonPlace, own: OwnContext): RankingElement {
	place.onlyKnows(propertiesOf('ranking'));
	const isPartial = place.boolean('selectToRankEnabled');
	return {
		...own.base,
		kind: 'ranking',
		choices: conditionedChoices(place),
		...(isPartial && { isPartial: true as const, ...readSelectionLimits(place) })
	};
}

/** The choices in the order that the questionnaire asks for, each with the condition that all of them share. */
function conditionedChoices(place: JsonPlace): Choice[] {
	const conditions = place.within(['item']);
	const [visibleIf, enableIf] = [
		conditions.expression('choicesVisibleIf'),
		conditions.expression('choicesEnableIf')
	];
	const choices = readChoices(place, 'choices').map((choice): Choice => ({
		...choice,
		// A choice's own condition takes the place of the shared one, as in SurveyJS.
		...(visibleIf && { visibleIf: choice.visibleIf ?? forChoice(visibleIf, choice.value) }),
		...(enableIf && { enableIf: choice.enableIf ?? forChoice(enableIf, choice.value) })
	}));
	const order = place.value('choicesOrder') ?? 'none';
	if (order === 'none') return choices;
	const sign = order === 'asc' ? 1 : order === 'desc' ? -1 : 0;
	// A random order would be another one on each page view, and in each respondent's printed copy.
	if (sign === 0) place.fault('choicesOrder', 'Ska vara none, asc eller desc');
	return choices.toSorted((one, other) => sign * one.text.localeCompare(other.text, 'sv'));
}

/** The condition with the choice's own code in the place of `{item}`. */
function forChoice(condition: Expression, code: string): Expression {
	const replace = (expression: Expression): Expression => forChoice(expression, code);
	switch (condition.kind) {
		case 'constant':
			return condition;
		case 'variable':
			return condition.path === 'item' ? { kind: 'constant', value: expressionValue(code) } : condition;
		case 'array':
			return { ...condition, items: condition.items.map(replace) };
		case 'unary':
			return { ...condition, operand: replace(condition.operand) };
		case 'binary':
			return { ...condition, left: replace(condition.left), right: replace(condition.right) };
		case 'call':
			return { ...condition, arguments: condition.arguments.map(replace) };
	}
}
