import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { questionnaireParameters } from './questionnaireParameters.ts';

/** The library's questionnaire for a sector, with the parameters of the tests. */
export function libraryQuestionnaire(sector: Sector): ReturnType<typeof composeQuestionnaire> {
	return composeQuestionnaire(sector, questionnaireParameters());
}

export function libraryInstrument(sector: Sector): Instrument {
	const compilation = compileInstrument(libraryQuestionnaire(sector));
	if (!compilation.ok) throw new Error(JSON.stringify(compilation.faults));
	return compilation.value;
}
