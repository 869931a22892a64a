import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';

const degrees = ['mycket liten', 'liten', 'måttlig', 'stor', 'mycket stor'];
const places = ['gata', 'hotell', 'bostad', 'massage', 'nätet', 'annat'];

const choices = (texts: readonly string[]) =>
	texts.map((text, index) => ({ value: `v${String(index)}`, text }));

const about = [
	'personer som fick stöd',
	'personer som sökte själva',
	'personer som någon annan oroade sig för',
	'personer som var nya för verksamheten',
	'personer som har slutat komma',
	'personer som har barn',
	'ärenden som lämnades vidare',
	'samtal om ämnet'
];

const numbers = about.map((what, index) => ({
	type: 'text',
	inputType: 'number',
	name: `N${String(index + 1)}`,
	title: `Hur många ${what} hade ni kännedom om under året?`,
	itemCode: `N${String(index + 1)}`,
	itemVersion: 1,
	unit: 'person',
	min: 0,
	max: 99_999_999
}));

const opinions = Array.from({ length: 8 }, (_, index) => ({
	type: 'radiogroup',
	name: `O${String(index + 1)}`,
	title: `I vilken grad stämmer påstående ${String(index + 1)} för er verksamhet?`,
	itemCode: `O${String(index + 1)}`,
	itemVersion: 1,
	flags: ['ÅSIKT'],
	choices: choices(degrees)
}));

const facts = [
	...Array.from({ length: 4 }, (_, index) => ({
		type: 'dropdown',
		name: `D${String(index + 1)}`,
		title: `Vilken plats var vanligast under kvartal ${String(index + 1)}?`,
		choices: choices(places)
	})),
	...Array.from({ length: 2 }, (_, index) => ({
		type: 'checkbox',
		name: `C${String(index + 1)}`,
		title: `Vilka av platserna nämndes, ${index === 0 ? 'första' : 'andra'} halvåret?`,
		choices: choices(places)
	})),
	{
		type: 'boolean',
		name: 'B1',
		title: 'Har ni en rutin?',
		itemCode: 'B1',
		itemVersion: 1
	}
].map((element) => ({ itemCode: element.name, itemVersion: 1, ...element }));

const texts = ['Vad behöver ni av andra?', 'Något mer vi borde veta?'].map((title, index) => ({
	type: 'comment',
	name: `T${String(index + 1)}`,
	title,
	itemCode: `T${String(index + 1)}`,
	itemVersion: 1,
	flags: ['FRI'],
	maxLength: 2000
}));

/** 25 questions on one page: 8 numbers, 8 opinions, 4 lists, 2 multiple choices, 1 yes or no, 2 texts. Invented. */
export const benchQuestionnaire = {
	title: 'Mätformulär',
	sector: 'skola',
	instrumentCode: 'MAT',
	instrumentVersion: 1,
	locale: 'sv',
	pages: [{ name: 'enda', title: 'Alla frågor', elements: [...numbers, ...opinions, ...facts, ...texts] }]
};

export function benchInstrument(): Instrument {
	const compilation = compileInstrument(benchQuestionnaire);
	if (!compilation.ok) throw new Error(JSON.stringify(compilation.faults));
	return compilation.value;
}

/** The fields of one answered form. The number of N1 is the session's own, so that each can be found again when stored. */
export function formOf(serial: number): URLSearchParams {
	const form = new URLSearchParams();
	form.set('N1', String(serial));
	for (let index = 2; index <= 8; index += 1) form.set(`N${String(index)}`, String((serial * index) % 40));
	for (let index = 1; index <= 8; index += 1)
		form.set(`O${String(index)}`, `v${String((serial + index) % 5)}`);
	for (let index = 1; index <= 4; index += 1)
		form.set(`D${String(index)}`, `v${String((serial + index) % 6)}`);
	for (const name of ['C1', 'C2']) {
		form.append(name, `v${String(serial % 3)}`);
		form.append(name, `v${String(3 + (serial % 3))}`);
	}
	form.set('B1', 'true');
	form.set(
		'T1',
		`Mer tid och en gemensam rutin, särskilt när ärendet rör flera verksamheter (${String(serial)}).`
	);
	form.set('till', 'skicka');
	return form;
}
