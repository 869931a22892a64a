import { createHash } from 'node:crypto';
import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import type { Sector } from '#lib/organisations/sector.ts';
import type { Round } from '#lib/rounds/round.ts';
import type { Sql } from '../db/connection.ts';
import type { Area, Municipality } from '../organisations/municipalityStore.ts';
import { insertQuestionnaire } from './questionnaireStore.ts';

/** Composes, compiles and stores the questionnaire of each sector for the round. From here on they never change. */
export async function freezeQuestionnaires(
	sql: Sql,
	round: Round,
	from: {
		readonly municipality: Municipality;
		readonly areas: readonly Area[];
		readonly sectors: readonly Sector[];
	}
): Promise<void> {
	for (const sector of from.sectors) {
		const survey = composeQuestionnaire(sector, {
			municipality: from.municipality.name,
			year: Number(round.period.from.slice(0, 4)),
			threshold: round.threshold,
			areas: from.areas.map((area) => ({ value: area.areaId, text: area.name }))
		});
		const compilation = compileInstrument(survey);
		if (!compilation.ok) {
			const faults = compilation.faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ');
			throw new Error(`The default questionnaire of ${sector} does not compile: ${faults}`);
		}
		const sha256 = createHash('sha256').update(JSON.stringify(survey)).digest();
		const instrument = compilation.value;
		await insertQuestionnaire(sql, round.roundId, {
			sector,
			version: instrument.version,
			survey,
			instrument,
			sha256
		});
	}
}
