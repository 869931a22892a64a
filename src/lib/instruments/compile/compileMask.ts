import { isRecord } from '#lib/instruments/record.ts';
import type { TextElement } from '#lib/instruments/element.ts';
import { JsonPlace } from './questionnaireReader.ts';

type Masked = Pick<TextElement, 'inputType'> &
	Partial<Pick<TextElement, 'minimum' | 'maximum' | 'step' | 'mask' | 'unit'>>;

const numberSettings = [
	...['saveMaskedValue', 'allowNegativeValues', 'decimalSeparator', 'thousandsSeparator', 'precision'],
	...['min', 'max', 'prefix', 'suffix']
];

/**
 * SurveyJS's input masks. A mask of numbers or dates is a number or a date, read as Swedish readers write them; only a
 * pattern is a rule of its own.
 */
export function compileMask(place: JsonPlace): Masked | undefined {
	const type = place.value('maskType') ?? 'none';
	if (type === 'none') return undefined;
	const written = place.value('maskSettings');
	const settings = new JsonPlace(isRecord(written) ? written : {}, place.at('maskSettings'), place.notes);
	const compile = typeof type === 'string' ? maskCompilers.get(type) : undefined;
	if (!compile) place.fault('maskType', `Ska vara något av none, ${[...maskCompilers.keys()].join(', ')}`);
	return compile?.(settings);
}

const maskCompilers: ReadonlyMap<string, (settings: JsonPlace) => Masked> = new Map([
	['numeric', maskedNumber],
	['currency', maskedCurrency],
	['datetime', maskedDate],
	['pattern', maskedPattern]
]);

function maskedCurrency(settings: JsonPlace): Masked {
	const unit = settings.text('suffix')?.trim() ?? settings.text('prefix')?.trim();
	return { ...maskedNumber(settings), ...(unit && { unit }) };
}

function maskedNumber(settings: JsonPlace): Masked {
	settings.onlyKnows(new Set(numberSettings));
	if (settings.boolean('saveMaskedValue')) {
		settings.fault('saveMaskedValue', 'Ett tal sparas som tal, utan maskens tecken');
	}
	const [minimum, maximum] = [settings.number('min'), settings.number('max')];
	if (minimum !== undefined && minimum < 0) settings.fault('min', 'Tal under noll stöds inte');
	const precision = settings.wholeNumber('precision', 0) ?? 2;
	return {
		inputType: 'number',
		...(precision > 0 && { step: Number((10 ** -precision).toFixed(precision)) }),
		...(minimum !== undefined && { minimum }),
		...(maximum !== undefined && { maximum })
	};
}

function maskedDate(settings: JsonPlace): Masked {
	settings.onlyKnows(new Set(['saveMaskedValue', 'pattern', 'patternPreset', 'min', 'max']));
	const pattern = settings.text('pattern') ?? 'yyyy-mm-dd';
	const isDay = /^[dmy\W]+$/.test(pattern) && ['d', 'm', 'y'].every((part) => pattern.includes(part));
	if (!isDay) settings.fault('pattern', 'Bara hela dagar stöds: år, månad och dag');
	if (settings.boolean('saveMaskedValue'))
		settings.fault('saveMaskedValue', 'Ett datum sparas som ÅÅÅÅ-MM-DD');
	const [minimum, maximum] = [dayLimit(settings, 'min'), dayLimit(settings, 'max')];
	return { inputType: 'date', ...(minimum && { minimum }), ...(maximum && { maximum }) };
}

function dayLimit(settings: JsonPlace, key: string): string | undefined {
	const limit = settings.text(key);
	if (limit !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(limit)) settings.fault(key, 'Ska vara ÅÅÅÅ-MM-DD');
	return limit;
}

function maskedPattern(settings: JsonPlace): Masked {
	settings.onlyKnows(new Set(['saveMaskedValue', 'pattern']));
	const pattern = settings.text('pattern') ?? '';
	if (pattern === '' || pattern.length > 100) settings.fault('pattern', 'Ska vara 1–100 tecken');
	const keepsLiterals = settings.boolean('saveMaskedValue');
	return { inputType: 'text', mask: { pattern, keepsLiterals } };
}
