import { isRecord } from '#lib/instruments/record.ts';
import { type OwnContext } from './compileItem.ts';
import { propertiesOf } from './elementProperties.ts';
import type { Choice, ScaleElement } from '#lib/instruments/element.ts';
import { type JsonPlace, readChoices } from './questionnaireReader.ts';

const maximumSteps = 50;

/** SurveyJS's `boolean`: two answers, stored as true and false unless the questionnaire gives them values of their own. */
export function compileBoolean(place: JsonPlace, own: OwnContext): ScaleElement {
	place.onlyKnows(propertiesOf('boolean'));
	const [yes, no] = [readValue(place, 'valueTrue') ?? true, readValue(place, 'valueFalse') ?? false];
	if (String(yes) === String(no)) place.fault('valueFalse', 'De två svaren behöver olika värden');
	return {
		...own.base,
		kind: 'boolean',
		choices: [
			{ value: String(yes), text: place.textOr('labelTrue', { sv: 'Ja', en: 'Yes' }) },
			{ value: String(no), text: place.textOr('labelFalse', { sv: 'Nej', en: 'No' }) }
		],
		values: [yes, no]
	};
}

function readValue(place: JsonPlace, key: string): boolean | number | string | undefined {
	const value = place.value(key);
	if (value === undefined || typeof value === 'boolean' || typeof value === 'number') return value;
	if (typeof value === 'string' && /^[\w+-]{1,60}$/.test(value)) return value;
	place.fault(key, 'Ska vara true, false, ett tal eller en kod');
	return undefined;
}

/** SurveyJS's `rating`: numbers from the least to the most, or values of the questionnaire's own. */
export function compileRating(place: JsonPlace, own: OwnContext): ScaleElement {
	place.onlyKnows(propertiesOf('rating'));
	const hasOwnValues = place.value('autoGenerate') !== true && place.list('rateValues').length > 0;
	const scale = hasOwnValues ? ownSteps(place) : numberedSteps(place);
	return { ...own.base, kind: 'rating', ...withEnds(place, scale) };
}

type Steps = Pick<ScaleElement, 'choices' | 'values'>;

function ownSteps(place: JsonPlace): Steps {
	const choices = readChoices(place, 'rateValues');
	const written = place.list('rateValues').map((entry) => (isRecord(entry) ? entry['value'] : entry));
	const numbers = new Set(written.filter((value) => typeof value === 'number').map(String));
	return { choices, values: choices.map(({ value }) => (numbers.has(value) ? Number(value) : value)) };
}

function numberedSteps(place: JsonPlace): Steps {
	const step = place.number('rateStep') ?? 1;
	const least = place.number('rateMin') ?? 1;
	const count = place.wholeNumber('rateCount', 2) ?? 5;
	const most = place.number('rateMax') ?? least + (count - 1) * step;
	const values: number[] = [];
	// Thousandths, because 0.1 + 0.2 is not 0.3.
	for (let value = least; step > 0 && value <= most && values.length <= maximumSteps;) {
		values.push(value);
		value = Math.round((value + step) * 1000) / 1000;
	}
	if (values.length < 2 || values.length > maximumSteps) {
		place.fault('rateMax', `Skalan ska ha 2–${String(maximumSteps)} steg`);
	}
	const asChoice = (value: number): Choice => ({
		value: String(value),
		text: String(value).replace('.', ',')
	});
	return { choices: values.map(asChoice), values };
}

/** The words at the ends of the scale stand with the first and the last step, where a screen reader meets them. */
function withEnds(place: JsonPlace, { choices, values }: Steps): Steps {
	const ends = [place.text('minRateDescription'), place.text('maxRateDescription')] as const;
	const last = choices.length - 1;
	const described = choices.map((choice, index) => {
		const words = index === 0 ? ends[0] : index === last ? ends[1] : undefined;
		return words ? { ...choice, text: `${choice.text} – ${words}` } : choice;
	});
	return { choices: described, values };
}
