import { createHash } from 'node:crypto';
import { compareInstruments } from '#lib/instruments/comparability/compareInstruments.ts';
import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import {
	fillQuestionnaire,
	questionnaireTemplate,
	type QuestionnaireParameters,
	type SurveyJson
} from '#lib/instruments/library/composeQuestionnaire.ts';
import { sectors, type Sector } from '#lib/organisations/sector.ts';
import type { Round } from '#lib/rounds/round.ts';
import type { Sql } from '../db/connection.ts';
import { findMunicipality, listAreas } from '../organisations/municipalityStore.ts';
import { findInstrumentBefore, insertQuestionnaire, listTemplates } from './questionnaireStore.ts';
import { listAskedUnits } from './roundStore.ts';

/** What a questionnaire of the round is filled in with. */
export async function readParameters(
	sql: Sql,
	round: Pick<Round, 'part' | 'period' | 'threshold'>
): Promise<QuestionnaireParameters> {
	const municipality = await findMunicipality(sql);
	const areas = await listAreas(sql);
	return {
		municipality: municipality.name,
		year: Number(round.period.from.slice(0, 4)),
		...(round.part ? { partOfYear: round.period } : {}),
		threshold: round.threshold,
		areas: areas.map((area) => ({ value: area.areaId, text: area.name }))
	};
}

/**
 * Composes, compiles and stores the questionnaire of each asked sector for the round: the series' own, else the program's. From
 * here on they never change.
 */
export async function freezeQuestionnaires(sql: Sql, round: Round): Promise<void> {
	const parameters = await readParameters(sql, round);
	const templates = await listTemplates(sql, round.seriesId);
	const units = await listAskedUnits(sql, round.roundId);
	for (const sector of sectors.filter((each) => units.some((unit) => unit.sector === each))) {
		const template = templates.get(sector) ?? questionnaireTemplate(sector, parameters.areas);
		await freeze(sql, round, { sector, survey: fillQuestionnaire(template, parameters) });
	}
}

/** Of what is asked, whatever the file's author has numbered it: other words are another version. */
function nextVersion(instrument: Instrument, before: Instrument | null): number {
	if (!before || instrument.version > before.version) return instrument.version;
	const isChanged = compareInstruments(inOneOrder(before), inOneOrder(instrument)).length > 0;
	return isChanged ? before.version + 1 : before.version;
}

/** The database keeps the keys of JSON in an order of its own, and conditions are compared as they are written. */
function inOneOrder(instrument: Instrument): Instrument {
	const sorted = (_key: string, value: unknown): unknown =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
			: value;
	return JSON.parse(JSON.stringify(instrument, sorted)) as Instrument;
}

async function freeze(
	sql: Sql,
	{ roundId }: Round,
	{ sector, survey }: { readonly sector: Sector; readonly survey: SurveyJson }
): Promise<void> {
	const compilation = compileInstrument(survey);
	if (!compilation.ok) {
		const faults = compilation.faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ');
		throw new Error(`The questionnaire of ${sector} does not compile: ${faults}`);
	}
	const before = await findInstrumentBefore(sql, roundId, sector);
	const instrument = { ...compilation.value, version: nextVersion(compilation.value, before) };
	const sha256 = createHash('sha256').update(JSON.stringify(survey)).digest();
	await insertQuestionnaire(sql, roundId, {
		sector,
		version: instrument.version,
		survey,
		instrument,
		sha256
	});
}
