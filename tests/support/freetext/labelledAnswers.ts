import { findingKinds, type Finding, type FindingKind } from '#lib/freetext/finding.ts';
import { labelledFrames, labelledValues } from './labelledFrames.ts';
import { ordinaryTexts } from './ordinaryTexts.ts';

/** An invented answer and what a reader would mark in it. */
export interface LabelledAnswer {
	readonly text: string;
	readonly findings: readonly Finding[];
}

const answersInAll = 400;

/** The check digit by its own definition (multiply by 2, 1, 2 … and add the digits): nothing is borrowed from the program. */
function withCheckDigit(nine: string): string {
	let sum = 0;
	for (let place = 0; place < 9; place += 1) {
		for (const digit of String(Number(nine[place]) * (place % 2 === 0 ? 2 : 1))) sum += Number(digit);
	}
	return nine + String((100 - (sum % 100)) % 10);
}

// Birth numbers 980–999 are never given to anybody: Skatteverket's own test numbers use them.
function identityNumbers(addedToDay: number): string[] {
	const births = ['850709', '011231', '560229', '990101', '120512', '730430', '080817', '920620'];
	return births.flatMap((birth, place) => {
		const day = String(Number(birth.slice(4)) + addedToDay).padStart(2, '0');
		const ten = withCheckDigit(`${birth.slice(0, 4)}${day}98${String(place)}`);
		const [date, last] = [ten.slice(0, 6), ten.slice(6)];
		const century = birth.startsWith('0') || birth.startsWith('12') ? '20' : '19';
		const forms = [
			`${date}-${last}`,
			ten,
			`${century}${date}-${last}`,
			`${century}${ten}`,
			`${date} ${last}`
		];
		return [forms[place % forms.length] ?? ten, forms[(place + 2) % forms.length] ?? ten];
	});
}

function valuesOf(kind: FindingKind): readonly string[] {
	if (kind === 'personnummer') return identityNumbers(0);
	return kind === 'samordningsnummer' ? identityNumbers(60) : labelledValues[kind];
}

function labelled(kind: FindingKind, frame: string, value: string): LabelledAnswer {
	const start = frame.indexOf('*');
	return {
		text: frame.replace('*', () => value),
		findings: [{ kind, start, end: start + value.length }]
	};
}

function answersOf(kind: FindingKind): LabelledAnswer[] {
	const values = valuesOf(kind);
	return values.flatMap((value, place) =>
		[0, 1, 2, 3].map((turn) => {
			const frames = labelledFrames[kind];
			const frame = frames[(place + turn) % frames.length] ?? '*';
			return labelled(kind, frame, value);
		})
	);
}

/** Every so-manieth, so that all kinds are there in about the proportion of their values. */
function spread<Item>(items: readonly Item[], wanted: number): Item[] {
	return Array.from(
		{ length: wanted },
		(_, place) => items[Math.floor((place * items.length) / wanted)]
	).filter((item) => item !== undefined);
}

/**
 * Four hundred invented answers: every ordinary text, and sentences with one piece of personal data each. They hold names
 * and addresses in no list. The detectors have been mended once by what they missed here, so that the shares flatter them;
 * a set written by somebody else would tell more.
 */
export function labelledAnswers(): LabelledAnswer[] {
	const ordinary = ordinaryTexts.map((text) => ({ text, findings: [] }));
	const positive = findingKinds.flatMap(answersOf);
	return [...ordinary, ...spread(positive, answersInAll - ordinary.length)];
}
