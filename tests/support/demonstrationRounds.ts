import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import { packAnswers } from '#lib/instruments/answers/packAnswers.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { sectors, type Sector } from '#lib/organisations/sector.ts';
import { inventAnswers } from '#lib/server/demonstration/inventAnswers.ts';
import { seededRandom } from '#lib/server/demonstration/seededRandom.ts';
import { sjovallaOrganisations } from '#lib/server/demonstration/sjovalla.ts';
import type { OpinionTally } from '#lib/statistics/unitResponse.ts';
import { questionnaireParameters } from './questionnaireParameters.ts';
import type { RoundRows, SectorRows } from './unitRows.ts';

const instruments: ReadonlyMap<Sector, Instrument> = new Map(
	sectors.map((sector) => {
		const compiled = compileInstrument(composeQuestionnaire(sector, questionnaireParameters()));
		if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
		return [sector, compiled.value];
	})
);

/**
 * A round answered as the demonstration's units answer, without a database: other seeds give other municipalities of
 * the same size and traits.
 */
export function demonstrationRound(seed: string, year: number): RoundRows {
	const isAnswering = seededRandom(`${seed}/answering/${String(year)}`);
	return {
		year,
		sectors: [...instruments.values()].map((instrument) =>
			sectorAnswers(instrument, { seed, year, isAnswering })
		)
	};
}

function sectorAnswers(
	instrument: Instrument,
	round: {
		readonly seed: string;
		readonly year: number;
		readonly isAnswering: { chance: (probability: number) => boolean };
	}
): SectorRows {
	const { sector } = instrument;
	const asked = sjovallaOrganisations
		.filter((organisation) => organisation.sector === sector)
		.flatMap((organisation) => organisation.units.map((unit) => ({ organisation: organisation.name, unit })));
	const answering = asked.filter((_, place) => place === 0 || round.isAnswering.chance(0.88));
	const packed = answering.map(({ organisation, unit }) => {
		const invented = inventAnswers(instrument, {
			seed: round.seed,
			roundYear: round.year,
			sector,
			isIndependentSchool: sector === 'skola' && !organisation.startsWith('Utbildningsförvaltningen'),
			unit
		});
		const { answers } = validateAnswers(instrument, invented);
		return { organisation, unit: unit.name, ...packAnswers(instrument, answers) };
	});
	const byOrganisation = Map.groupBy(answering, ({ organisation }) => organisation);
	return {
		sector,
		instrument,
		units: packed.map(({ organisation, unit, row }) => ({ sector, organisation, unit, row })),
		opinions: tallies(sector, packed),
		response: {
			sector,
			asked: asked.length,
			answered: answering.length,
			answeredByOrganisation: [...byOrganisation.values()]
				.map((units) => units.length)
				.toSorted((one, other) => other - one)
		}
	};
}

function tallies(
	sector: Sector,
	packed: readonly Pick<ReturnType<typeof packAnswers>, 'opinions'>[]
): OpinionTally[] {
	const chosen = packed.flatMap(({ opinions }) => opinions);
	return [...Map.groupBy(chosen, ({ variable, option }) => `${variable}\n${option}`).values()].flatMap(
		(alike) =>
			alike.slice(0, 1).map(({ variable, option }) => ({ sector, variable, option, answers: alike.length }))
	);
}
