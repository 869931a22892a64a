import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import type { CompilationFault } from '#lib/instruments/compile/questionnaireReader.ts';
import {
	fillQuestionnaire,
	questionnaireTemplate,
	type SurveyJson
} from '#lib/instruments/library/composeQuestionnaire.ts';
import { isRecord } from '#lib/instruments/record.ts';
import { sectors, type Sector } from '#lib/organisations/sector.ts';
import { defaultThreshold } from '#lib/rounds/threshold.ts';
import { roundState, type Round } from '#lib/rounds/round.ts';
import type { Series } from '#lib/rounds/series.ts';
import { calendarDate, dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { insertAuditEvent } from '../audit/auditStore.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { freezeQuestionnaires, readParameters } from './freezeQuestionnaires.ts';
import { deleteQuestionnaires, deleteTemplate, listTemplates, upsertTemplate } from './questionnaireStore.ts';
import { listRounds, lockRound } from './roundStore.ts';
import { findSeries, lockSeries } from './seriesStore.ts';

export interface SeriesQuestionnaires {
	readonly series: Series;
	readonly sectors: readonly { readonly sector: Sector; readonly isOwn: boolean }[];
}

/** Which sectors the series asks with a questionnaire of its own. */
export async function readQuestionnaires(
	application: Application,
	actor: Actor,
	seriesId: string
): Promise<Result<SeriesQuestionnaires, 'unknown-series'>> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const series = await findSeries(sql, seriesId);
		if (!series) return refused('unknown-series');
		const templates = await listTemplates(sql, seriesId);
		return accepted({
			series,
			sectors: sectors.map((sector) => ({ sector, isOwn: templates.has(sector) }))
		});
	});
}

interface SectorOfSeries {
	readonly seriesId: string;
	readonly sector: Sector;
}

/** The template that the series' next round is asked with, to be changed elsewhere. */
export async function readTemplate(
	application: Application,
	actor: Actor,
	{ seriesId, sector }: SectorOfSeries
): Promise<Result<SurveyJson, 'unknown-series'>> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		if (!(await findSeries(sql, seriesId))) return refused('unknown-series');
		const templates = await listTemplates(sql, seriesId);
		return accepted(templates.get(sector) ?? questionnaireTemplate(sector, await areasOf(sql)));
	});
}

async function areasOf(sql: Sql) {
	return (await readParameters(sql, anyYear)).areas;
}

// A questionnaire that can be asked one year can be asked any.
const anyYear = {
	part: null,
	period: { from: calendarDate('2026-01-01'), to: calendarDate('2026-12-31') },
	threshold: defaultThreshold
};

export type SavingOutcome =
	| Result<{ readonly renewed: number }, 'not-allowed' | 'unknown-series' | 'no-json' | 'other-sector'>
	| {
			readonly ok: false;
			readonly refusal: 'not-compilable';
			readonly faults: readonly CompilationFault[];
	  };

/**
 * Lets the series ask a sector with a questionnaire of its own, from a template in SurveyJS's JSON. Rounds that are still
 * proposals are asked with it at once; those that are planned keep what they have.
 */
export async function saveQuestionnaire(
	application: Application,
	actor: Actor,
	{ seriesId, sector, json }: SectorOfSeries & { readonly json: string }
): Promise<SavingOutcome> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const template = readJson(json);
	if (!template) return refused('no-json');
	if (template['sector'] !== sector) return refused('other-sector');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		if (!(await findSeries(sql, seriesId))) return refused('unknown-series');
		const compilation = compileInstrument(fillQuestionnaire(template, await readParameters(sql, anyYear)));
		if (!compilation.ok) return compilation;
		await upsertTemplate(sql, seriesId, { sector, template, at, accountId: actor.accountId });
		return accepted({ renewed: await renewProposals(application, sql, { actor, seriesId, sector }) });
	});
}

function readJson(json: string): SurveyJson | null {
	try {
		const parsed: unknown = JSON.parse(json.replaceAll('\\u0000', ''));
		return isRecord(parsed) ? parsed : null;
	} catch {
		// What is wrong with JSON is said in English and by position; the person is told where to get a file that is right.
		return null;
	}
}

/** Lets the series ask a sector with the program's own questionnaire again. */
export async function dropQuestionnaire(
	application: Application,
	actor: Actor,
	{ seriesId, sector }: SectorOfSeries
): Promise<Result<{ readonly renewed: number }, 'not-allowed' | 'unknown-series'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		if (!(await findSeries(sql, seriesId))) return refused('unknown-series');
		await deleteTemplate(sql, seriesId, sector);
		return accepted({ renewed: await renewProposals(application, sql, { actor, seriesId, sector }) });
	});
}

/** Freezes anew what nobody has been asked with or told to be asked with. */
async function renewProposals(
	application: Application,
	sql: Sql,
	{ actor, seriesId, sector }: SectorOfSeries & { readonly actor: Actor }
): Promise<number> {
	const at = application.clock.now();
	await lockSeries(sql, seriesId);
	const isProposed = (round: Round) => roundState(round, dayInSweden(at)) === 'proposed';
	const proposed = (await listRounds(sql, seriesId)).filter(isProposed);
	let renewed = 0;
	for (const { roundId } of proposed) {
		// It may have been planned or opened while the series was waited for.
		const round = await lockRound(sql, roundId, 'for update');
		if (!round || !isProposed(round)) continue;
		await deleteQuestionnaires(sql, roundId);
		await freezeQuestionnaires(sql, round);
		renewed += 1;
	}
	await insertAuditEvent(sql, actor, {
		action: 'questionnaire-changed',
		subject: `${seriesId}/${sector}`,
		at
	});
	return renewed;
}
