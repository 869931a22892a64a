import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import { answeredMark, packedStatus } from '#lib/instruments/instrument.ts';
import type { Instrument, Variable } from '#lib/instruments/instrument.ts';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import { sectors } from '#lib/organisations/sector.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { tallyCode } from '#lib/statistics/questionTexts.ts';
import type { OpinionTally } from '#lib/statistics/unitResponse.ts';
import { questionnaireParameters } from './questionnaireParameters.ts';
import type { RoundRows, SectorRows, UnitRow } from './unitRows.ts';

/** Organisations' answering units by sector, in the size of the demonstration municipality. */
const unitsBySector: Readonly<Record<Sector, Readonly<Record<string, number>>>> = {
	polis: { polisen: 1 },
	socialtjanst: { kommunen: 8, regionen: 1 },
	skola: { kommunen: 10, ekskolan: 2, almskolan: 2 },
	civilsamhalle: { jouren: 2, kyrkan: 2, a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 }
};

/** Small fixed pseudo-random numbers (mulberry32), the same on every machine. */
function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const someStatus = [packedStatus.noll, packedStatus.vet_ej, packedStatus.fragar_inte, null];

function packedCount(random: () => number): number | null {
	if (random() < 0.4) return someStatus[Math.floor(random() * someStatus.length)] ?? null;
	return Math.floor(random() ** 2 * 14);
}

function packedAnswer(variable: Variable, random: () => number): number | null {
	if (variable.opinion || variable.freeText) return null;
	if (variable.role === 'category') return Math.floor(random() * (variable.options?.length ?? 1));
	if (variable.role === 'choice') return random() < 0.3 ? 1 : 0;
	return variable.role === 'count' || variable.role === 'number' ? packedCount(random) : null;
}

const isCell = (variable: Variable): boolean =>
	variable.partOf !== undefined && variable.column !== undefined;

/** Spreads a unit's count over the cells of its breakdown, as an attentive respondent does; not shown below the threshold. */
function fillBreakdowns(instrument: Instrument, row: (number | null)[], random: () => number): void {
	const { variables } = instrument;
	for (const [partOf, cells] of Map.groupBy(variables.filter(isCell), (variable) => variable.partOf ?? '')) {
		const total = variables.reduce((sum, variable, place) => {
			const isParent = !isCell(variable) && variable.role === 'count' && variable.item === partOf;
			const isTarget = isParent && variable.row?.value !== 'medfoljande';
			return sum + (isTarget ? Math.max(0, row[place] ?? 0) : 0);
		}, 0);
		const places = cells.map((cell) => variables.indexOf(cell));
		for (const place of places) row[place] = total >= 5 ? 0 : packedStatus.not_shown;
		for (let person = 0; total >= 5 && person < total; person += 1) {
			const place = places[Math.floor(random() * places.length)] ?? 0;
			row[place] = (row[place] ?? 0) + 1;
		}
	}
}

function tallies(instrument: Instrument, units: number, random: () => number): OpinionTally[] {
	const chosen = instrument.variables
		.filter((variable) => variable.opinion)
		.flatMap((variable) => {
			const options = variable.role === 'choice' ? [variable.option ?? ''] : [];
			const given = options.length > 0 ? options : (variable.options ?? []).map(({ value }) => value);
			return given.map((option) => ({
				sector: instrument.sector,
				variable: tallyCode(variable),
				option,
				answers: Math.floor((random() * units) / Math.max(1, given.length - 1))
			}));
		});
	return [...chosen, ...answeredLists(instrument, { chosen, units, random })];
}

/** How many answered each list: at least as many as chose its most common option, at most all. */
function answeredLists(
	instrument: Instrument,
	{ chosen, units, random }: { chosen: readonly OpinionTally[]; units: number; random: () => number }
): OpinionTally[] {
	const lists = instrument.variables.filter((variable) => variable.opinion && variable.role === 'choice');
	return [...new Set(lists.map(tallyCode))].map((variable) => {
		const marks = chosen.filter((tally) => tally.variable === variable).map(({ answers }) => answers);
		const least = Math.max(...marks);
		const answers = least + Math.floor(random() * (units - least + 1));
		return { sector: instrument.sector, variable, option: answeredMark, answers };
	});
}

function composedInstrument(sector: Sector): Instrument {
	const compiled = compileInstrument(composeQuestionnaire(sector, questionnaireParameters()));
	if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
	return compiled.value;
}

function composedSector(sector: Sector, random: () => number): SectorRows {
	const instrument = composedInstrument(sector);
	const units: UnitRow[] = Object.entries(unitsBySector[sector]).flatMap(([organisation, count]) =>
		Array.from({ length: count }, (_, place) => {
			const row = instrument.variables.map((variable) => packedAnswer(variable, random));
			fillBreakdowns(instrument, row, random);
			return { sector, unit: `${sector}-${organisation}-${String(place)}`, organisation, row };
		})
	);
	const answering = units.filter((_, place) => place === 0 || random() < 0.85);
	const counts = [...Map.groupBy(answering, ({ organisation }) => organisation).values()];
	return {
		sector,
		instrument,
		units: answering,
		opinions: tallies(instrument, answering.length, random),
		response: {
			sector,
			asked: units.length,
			answered: answering.length,
			answeredByOrganisation: counts.map((one) => one.length).toSorted((one, other) => other - one)
		}
	};
}

/** A whole round on the four real questionnaires, with answers drawn from a seed. */
export function composedRound(year: number, seed: number): RoundRows {
	const random = randomNumbers(seed);
	return { year, sectors: sectors.map((sector) => composedSector(sector, random)) };
}
