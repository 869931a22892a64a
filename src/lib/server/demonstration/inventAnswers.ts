import type {
	ChoiceElement,
	Element,
	MatrixDropdownElement,
	MatrixElement,
	PanelElement
} from '#lib/instruments/element.ts';
import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import type { Circumstances } from './circumstances.ts';
import { freeTexts } from './freeTexts.ts';
import { inventBreakdown } from './inventBreakdown.ts';
import { inventCount, type InventedCount } from './inventCount.ts';
import { seededRandom, type SeededRandom } from './seededRandom.ts';
import { specialAnswers } from './countLevels.ts';

interface Writing {
	readonly circumstances: Circumstances;
	readonly random: SeededRandom;
	readonly answers: Record<string, unknown>;
}

/** How likely the options of a list are, from the first to the last; `vet_ej` is always the least likely but one. */
function weightOf(value: string, place: number): number {
	if (value === 'vet_ej' || value === 'gar_inte_att_bedoma') return 1.2;
	if (value === 'annan' || value === 'annat') return 0.3;
	return 4 / (place + 1);
}

function fixedChoice(name: string, { circumstances }: Writing): string | null {
	const { unit, isIndependentSchool } = circumstances;
	const asksNobody = unit.weight === 0;
	const fixed: Record<string, string | null> = {
		A1: unit.kind,
		A1_huvudman: isIndependentSchool ? 'enskild' : 'kommunal',
		A2: 'bara_kommunen',
		A6: 'ja',
		A7: asksNobody ? 'nej' : null,
		A8: asksNobody ? 'nej' : null,
		A9: 'nej',
		K1: asksNobody ? 'nej_fragar_inte' : null
	};
	return fixed[name] ?? null;
}

function assertOption(element: ChoiceElement, value: string): string {
	if (!element.choices.some((choice) => choice.value === value)) {
		throw new Error(`${element.name} has no option ${value}`);
	}
	return value;
}

function inventChoice(element: ChoiceElement, writing: Writing): unknown {
	const { random } = writing;
	const fixed = fixedChoice(element.name, writing);
	if (fixed !== null) return assertOption(element, fixed);
	const weighted = element.choices.map(
		(choice, place) => [choice.value, weightOf(choice.value, place)] as const
	);
	if (element.kind !== 'checkbox') return random.pick(weighted);
	const most = Math.min(element.maxSelected ?? 3, 3);
	const chosen = new Set<string>();
	for (let turn = 0; turn < most; turn += 1) chosen.add(random.pick(weighted));
	const exclusive = [...chosen].find((value) => element.exclusive?.includes(value));
	return exclusive === undefined ? [...chosen] : [exclusive];
}

function inventMatrix(element: MatrixElement, { random }: Writing): unknown {
	const rows = element.rows.map((row) => {
		const weighted = element.columns.map(
			(column, place) =>
				[
					column.value,
					column.value === 'vet_ej' || column.value.startsWith('gar_inte') ? 1 : ([2, 4, 3][place] ?? 1)
				] as const
		);
		return [row.value, random.pick(weighted)] as const;
	});
	return Object.fromEntries(rows);
}

function basisOf(random: SeededRandom): string {
	return random.pick([
		['uttag_ur_system', 3],
		['manuell_genomgang', 3],
		['gruppens_bedomning', 3],
		['en_medarbetares_bedomning', 1]
	]);
}

function countFor(code: string, { circumstances, random }: Writing): InventedCount {
	return inventCount(code, circumstances, random);
}

function inventCountMatrix(element: MatrixDropdownElement, writing: Writing): unknown {
	const rows = element.rows.map((row) => {
		const cells: Record<string, unknown> = {};
		for (const column of element.columns) {
			if (column.kind !== 'text') continue;
			const group = column.name.replace(/_?antal$/, '');
			const code = [element.name, row.value, group].filter((part) => part !== '').join('.');
			const count = countFor(code, writing);
			if (count.number !== null) cells[column.name] = count.number;
			else cells[column.name.replace(/antal$/, 'status')] = count.status;
			const hasBasis = element.columns.some((each) => each.name === 'underlag');
			if (count.number !== null && hasBasis) cells['underlag'] = basisOf(writing.random);
		}
		return [row.value, cells] as const;
	});
	return Object.fromEntries(rows);
}

function writeCount(element: PanelElement, writing: Writing): void {
	const { answers, random } = writing;
	const count = countFor(element.name, writing);
	if (count.number === null) answers[`${element.name}_status`] = count.status;
	else answers[`${element.name}_antal`] = count.number;
	const asksForBasis = element.elements.some((each) => each.name === `${element.name}_underlag`);
	if (count.number !== null && asksForBasis) answers[`${element.name}_underlag`] = basisOf(random);
}

function inventText(name: string, random: SeededRandom): string | undefined {
	const texts = freeTexts[name] ?? [];
	if (texts.length === 0 || !random.chance(0.45)) return undefined;
	return random.pick(texts.map((text) => [text, 1] as const));
}

function inventValue(element: Exclude<Element, PanelElement>, writing: Writing): unknown {
	switch (element.kind) {
		case 'radiogroup':
		case 'dropdown':
		case 'checkbox':
			return inventChoice(element, writing);
		case 'matrix':
			return inventMatrix(element, writing);
		case 'matrixdropdown':
			return element.layout === 'count'
				? inventCountMatrix(element, writing)
				: inventBreakdown(element, writing.answers, writing.random);
		case 'comment':
			return inventText(element.name, writing.random);
		default:
			return undefined;
	}
}

function writeElement(element: Element, writing: Writing): void {
	if (element.kind === 'panel' && element.layout === 'count') writeCount(element, writing);
	else if (element.kind === 'panel') for (const inner of element.elements) writeElement(inner, writing);
	else {
		const value = inventValue(element, writing);
		if (value !== undefined) writing.answers[element.name] = value;
	}
}

/**
 * Invented answers of one unit to one round, from a fixed seed. They may hold answers to questions that are not shown;
 * the caller lets the questionnaire's own check drop those, as it does for a respondent.
 */
export function inventAnswers(instrument: Instrument, circumstances: Circumstances): Answers {
	const { seed, roundYear, unit } = circumstances;
	const random = seededRandom(`${seed}/${String(roundYear)}/${unit.name}`);
	const writing: Writing = { circumstances, random, answers: {} };
	for (const page of instrument.pages) {
		for (const element of page.elements) writeElement(element, writing);
	}
	return { ...writing.answers, ...specialAnswers[`${String(roundYear)}/${unit.name}`] };
}
