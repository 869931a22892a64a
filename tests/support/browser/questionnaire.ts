import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import type { Answers, Instrument } from '#lib/instruments/instrument.ts';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import { inventedFor } from '#lib/server/demonstration/answerRound.ts';
import { sjovalla, sjovallaAreas } from '#lib/server/demonstration/sjovalla.ts';

/** The questionnaire as the demonstration's round has it, and whole answers for one of its units. */
export function questionnaireOf(
	sector: Sector,
	unitName: string,
	roundYear: number
): { instrument: Instrument; answers: Answers } {
	const compilation = compileInstrument(
		composeQuestionnaire(sector, {
			municipality: sjovalla.name,
			year: roundYear - 1,
			threshold: 5,
			areas: sjovallaAreas.map(({ areaId, name }) => ({ value: areaId, text: name }))
		})
	);
	if (!compilation.ok) throw new Error(JSON.stringify(compilation.faults));
	const instrument = compilation.value;
	const { answers, errors } = validateAnswers(instrument, inventedFor(instrument, unitName, roundYear));
	if (errors.length > 0) throw new Error(JSON.stringify(errors));
	return { instrument, answers };
}
