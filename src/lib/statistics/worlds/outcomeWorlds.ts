import type { CountedPersons } from './countedSector.ts';
import { within } from './doubt.ts';
import { sumOfAll, type SectorModel, type UnknownCount } from './sectorModel.ts';

/** A count in one year, and which units stated a number of it and which a zero. */
interface AnsweredCount extends Pick<UnknownCount, 'stated' | 'zero'> {
	readonly count: CountedPersons;
	readonly year: number;
}

/** How many units stated a number and how many a zero, from the table of outcomes and from that of the numbers' bases. */
export function takeOutcomes(model: SectorModel, { count, year, stated, zero }: AnsweredCount): void {
	const { report, counted, sector } = model.at(year);
	const table = `${count.element}-${sector}-svar`;
	const printed = [report.number(table, count.code, 'antal'), report.number(table, count.code, 'noll')];
	const held = heldAnswers(model, count, year);
	[stated, zero].forEach((units, place) => {
		const number = printed[place];
		if (typeof number === 'number') model.program.equals(sumOfAll(units), number - (held[place] ?? 0));
	});
	takeOtherAnswers(model, { count, year, stated, zero });
	const bases = `${count.element}_underlag-${sector}`;
	const row = count.row ?? `${count.code}.underlag`;
	const columns = report.table(bases)?.columns ?? [];
	const unasked = report.number(bases, row, 'visades_inte');
	const [heldStated] = held;
	if (typeof unasked === 'number')
		model.program.equals(sumOfAll(stated), counted.answered - unasked - heldStated);
	const given = columns
		.filter(({ id }) => id !== 'visades_inte' && id !== 'ej_besvarat')
		.map(({ id }) => report.number(bases, row, id));
	const least = given.reduce<number>((total, one) => total + (typeof one === 'number' ? one : 0), 0);
	model.program.row(sumOfAll(stated), least - heldStated, model.slots);
}

/** How many units that are held stated a number, and how many a zero. */
function heldAnswers(model: SectorModel, { code }: CountedPersons, year: number): readonly [number, number] {
	const numbers = [...model.heldNumbers(code, year).values()];
	const stated = numbers.filter((number) => number > 0).length;
	return [stated, numbers.length - stated];
}

const otherOutcomes = [
	'vet_ej',
	'fragar_inte',
	'kan_inte_lamnas_ut',
	'galler_inte',
	'ej_besvarat',
	'visades_inte'
];

/** Every unit that answered the round answered the count in one of eight ways, each printed or withheld. */
function takeOtherAnswers(model: SectorModel, { count, year, stated, zero }: AnsweredCount): void {
	const { report, counted, sector, name } = model.at(year);
	const table = `${count.element}-${sector}-svar`;
	if (!report.table(table)) return;
	const others = otherOutcomes.map((outcome) => {
		const units = model.program.variable(0, counted.answered);
		const printed = report.number(table, count.code, outcome) ?? 0;
		if (typeof printed === 'number') model.program.equals([[units, 1]], printed);
		return units;
	});
	const [heldStated, heldZeros] = heldAnswers(model, count, year);
	model.program.equals(
		[...sumOfAll(stated), ...sumOfAll(zero), ...sumOfAll(others)],
		counted.answered - heldStated - heldZeros
	);
	const answers = model.numbersOf(count.code, year).filter((value) => value >= 0);
	const units = answers.filter((value) => value > 0).length;
	for (const [outcome, variables, truth, held] of [
		['antal', stated, units, heldStated],
		['noll', zero, answers.length - units, heldZeros]
	] as const) {
		// Nobody stands behind a zero, and the other of the two is then all that they are of together.
		if (truth === 0 || report.number(table, count.code, outcome) !== 'hidden') continue;
		const expression = sumOfAll(variables);
		model.targets.push({
			name: `${name} ${count.code}, enheter som svarade ${outcome}`,
			truth,
			counts: [count.code],
			doubts: [within(expression, truth - held + 1, Infinity), within(expression, 0, truth - held - 1)]
		});
	}
}
