import { type OwnContext } from './compileItem.ts';
import { propertiesOf } from './elementProperties.ts';
import type { Element, RepeatedElement } from '#lib/instruments/element.ts';
import { entryNames } from '#lib/instruments/entries.ts';
import { questionsOf } from '#lib/instruments/instrumentIndex.ts';
import { innerNotes, JsonPlace } from './questionnaireReader.ts';

const maximumEntries = 200;

interface Keys {
	readonly count: readonly [name: string, unstated: number];
	readonly least: string;
	readonly most: string;
	readonly mayAdd: string;
	readonly mayRemove: string;
	readonly addText: string;
	readonly removeText: string;
	readonly none: string;
}

const keysOf: Readonly<Record<RepeatedElement['kind'], Keys>> = {
	matrixdynamic: {
		count: ['rowCount', 2],
		least: 'minRowCount',
		most: 'maxRowCount',
		mayAdd: 'allowAddRows',
		mayRemove: 'allowRemoveRows',
		addText: 'addRowText',
		removeText: 'removeRowText',
		none: 'noRowsText'
	},
	paneldynamic: {
		count: ['panelCount', 0],
		least: 'minPanelCount',
		most: 'maxPanelCount',
		mayAdd: 'allowAddPanel',
		mayRemove: 'allowRemovePanel',
		addText: 'addPanelText',
		removeText: 'removePanelText',
		none: 'noEntriesText'
	}
};

/** SurveyJS's `matrixdynamic` and `paneldynamic`: entries that the respondent adds, all with the same elements. */
export function compileRepeated(
	place: JsonPlace,
	own: OwnContext,
	{ kind, compileElements }: RepeatedSource
): RepeatedElement {
	place.onlyKnows(propertiesOf(kind));
	const notes = innerNotes(place.notes, entryNames[kind]);
	const elements = compileElements(new JsonPlace(place.json, place.path, notes));
	if (elements.length === 0) {
		place.fault(kind === 'matrixdynamic' ? 'columns' : 'templateElements', 'Minst en fråga behövs');
	}
	place.notes.innerItems.set(own.base.name, notes.items);
	if ([own.meta, ...notes.items.values()].some(({ flags }) => flags.includes('ÅSIKT'))) {
		// An opinion is tallied once for each unit, not once for each entry.
		place.fault('', 'En åsikt kan inte frågas efter i poster som läggs till');
	}
	if (notes.calculations.length > 0 && place.notes.local.length > 0) {
		place.fault('', 'Ett uttryck kan inte stå i poster inuti andra poster');
	}
	for (const calculation of notes.calculations) {
		place.notes.calculations.push({ ...calculation, within: own.base.name });
	}
	return {
		...own.base,
		kind,
		elements,
		...readNumbers(place, keysOf[kind]),
		...readTexts(place, kind, elements)
	};
}

interface RepeatedSource {
	readonly kind: RepeatedElement['kind'];
	/** The elements of an entry, read from the place that is handed over. */
	readonly compileElements: (inner: JsonPlace) => Element[];
}

function readNumbers(
	place: JsonPlace,
	keys: Keys
): Pick<RepeatedElement, 'initial' | 'minimum' | 'maximum' | 'mayAdd' | 'mayRemove'> {
	const minimum = place.wholeNumber(keys.least, 0) ?? 0;
	const maximum = place.wholeNumber(keys.most, 1) ?? Math.max(100, minimum);
	const [count, unstated] = keys.count;
	const initial = place.wholeNumber(count, 0) ?? Math.min(Math.max(unstated, minimum), maximum);
	if (maximum > maximumEntries) place.fault(keys.most, `Högst ${String(maximumEntries)} poster stöds`);
	if (minimum > maximum) place.fault(keys.least, 'Är större än det högsta antalet');
	if (initial > maximum) place.fault(count, 'Är större än det högsta antalet');
	return {
		initial: Math.max(initial, minimum),
		minimum,
		maximum,
		mayAdd: place.value(keys.mayAdd) !== false,
		mayRemove: place.value(keys.mayRemove) !== false
	};
}

function readTexts(place: JsonPlace, kind: RepeatedElement['kind'], elements: readonly Element[]) {
	const keys = keysOf[kind];
	const entryTitle = kind === 'paneldynamic' ? place.text('templateTitle') : undefined;
	const [addText, removeText] = [place.text(keys.addText), place.text(keys.removeText)];
	const noEntriesText = place.text(keys.none);
	const unique = uniqueNames(place, elements);
	const uniqueMessage = place.text('keyDuplicationError');
	return {
		...(entryTitle && { entryTitle }),
		...(addText && { addText }),
		...(removeText && { removeText }),
		...(noEntriesText && { noEntriesText }),
		...(unique.length > 0 && { unique }),
		...(uniqueMessage && { uniqueMessage })
	};
}

function uniqueNames(place: JsonPlace, elements: readonly Element[]): string[] {
	const known = new Set(questionsOf(elements).map(({ name }) => name));
	const key = place.text('keyName');
	if (key !== undefined && !known.has(key))
		place.fault('keyName', `Frågan ${key} finns inte bland posternas frågor`);
	const columns = place.places('columns').filter((column) => column.boolean('isUnique'));
	const names = [key, ...columns.map((column) => column.value('name'))];
	return [...new Set(names)].flatMap((name) => (typeof name === 'string' && known.has(name) ? [name] : []));
}
