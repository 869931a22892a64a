import { sectors, type Sector } from '#lib/organisations/sector.ts';
import { waitingStage, type WaitingStage } from '#lib/rounds/answeringStage.ts';
import { underWay, type Reopening } from '#lib/rounds/reopening.ts';
import { roundState, type Round, type RoundState } from '#lib/rounds/round.ts';
import { hasFailed, type RoundStep } from '#lib/rounds/timetable.ts';
import type { Series } from '#lib/rounds/series.ts';
import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { countProposedQuotations } from '../lagesbild/freetexts/quotationStore.ts';
import { listLagesbilderOfRound, type LagesbildSummary } from '../lagesbild/lagesbildStore.ts';
import { findContactsOfUnits, recipientsOf } from '../organisations/contactStore.ts';
import { listAnsweredUnits } from '../responses/listAnsweredUnits.ts';
import { listMarkedUnits } from './listMarkedUnits.ts';
import { listComments } from './commentStore.ts';
import { countUnjudged } from './comparedRounds.ts';
import { erasureStanding } from './planRetention.ts';
import { listInstruments } from './questionnaireStore.ts';
import { listReopenings } from './reopeningStore.ts';
import { findRound, listAskedUnits, type AskedUnit } from './roundStore.ts';
import { listSteps } from './stepStore.ts';
import { findSeries } from './seriesStore.ts';
import { listThresholdChanges } from './thresholdStore.ts';

export interface RoundView {
	readonly round: Round;
	readonly series: Series;
	readonly state: RoundState;
	/**
	 * Whether each unit has answered, never what. While the round is open both that and the day are told when the day has
	 * passed: nobody sees at what moment a unit answers.
	 */
	readonly units: readonly (AskedUnit & {
		/** Who gets the unit's invitation. */
		readonly contact: { readonly contactId: string; readonly name: string } | null;
		/** Mail to the contact has come back. */
		readonly hasBounced: boolean;
		readonly hasAnswered: boolean;
		readonly answeredOn: CalendarDate | null;
		/** For the samordnare, of a unit that has not answered: how far it had come when the day before ended. */
		readonly waiting: WaitingStage | null;
	})[];
	/** How many have answered by now; by midnight, while only a few can answer. */
	readonly answered: number;
	/** Units that have been given more time, after the round has closed for all. */
	readonly reopenings: readonly Reopening[];
	/** As the units are told of. */
	readonly response: readonly {
		readonly sector: Sector;
		readonly asked: number;
		readonly answered: number;
	}[];
	readonly questionnaires: readonly {
		readonly sector: Sector;
		readonly title: string;
		readonly version: number;
	}[];
	readonly lagesbilder: readonly LagesbildSummary[];
	/** A lower threshold waits for a second person. */
	readonly hasThresholdProposal: boolean;
	/** The time is out for which the answers are kept, or an erasure waits for a second person. */
	readonly erasure: 'due' | 'proposed' | null;
	/** Quotations that wait for a second person. */
	readonly waitingQuotations: number;
	/** How many notes the staff have written about it. */
	readonly comments: number;
	/** Changes of the questionnaires that wait to be judged before the round is planned. */
	readonly unjudgedChanges: number;
	/** What the timetable should have done and has not managed to, after several attempts. */
	readonly failedSteps: readonly RoundStep[];
}

async function readUnits(
	application: Application,
	sql: Sql,
	{ round, actor }: { readonly round: Round; readonly actor: Actor }
): Promise<Pick<RoundView, 'units' | 'answered' | 'reopenings'>> {
	const asked = await listAskedUnits(sql, round.roundId);
	const unitIds = asked.map((unit) => unit.unitId);
	const answered = await listAnsweredUnits(application, sql, { round, unitIds });
	const today = dayInSweden(application.clock.now());
	const recipients = recipientsOf(await findContactsOfUnits(sql, { unitIds, day: today }));
	const reopenings = underWay(await listReopenings(sql, round.roundId));
	// As long as some may answer, nobody is told at what moment they do: with one of them the sum would tell it too.
	const isOpen = roundState(round, today) === 'open' || reopenings.length > 0;
	const stageOf = await readStages(application, sql, { round, actor, unitIds });
	const units = asked.map((unit) => {
		const contact = recipients.get(unit.unitId) ?? null;
		const day = answered.get(unit.unitId) ?? null;
		const hasPassed = day !== null && day < today;
		const hasAnswered = isOpen ? hasPassed : day !== null;
		const hasBounced = contact !== null && contact.bouncedOn !== null;
		return {
			...unit,
			contact,
			hasBounced,
			hasAnswered,
			answeredOn: hasPassed ? day : null,
			waiting: hasAnswered ? null : stageOf(unit.unitId)
		};
	});
	const told = units.filter(({ hasAnswered }) => hasAnswered).length;
	return { units, answered: reopenings.length > 0 ? told : answered.size, reopenings };
}

/**
 * How far each unit had come when the day before ended, by the unit's id. Nobody but the samordnare is told, and of a round
 * that has closed nobody is said not to have opened it: it may be older than the marks.
 */
async function readStages(
	application: Application,
	sql: Sql,
	{
		round,
		actor,
		unitIds
	}: { readonly round: Round; readonly actor: Actor; readonly unitIds: readonly string[] }
): Promise<(unitId: string) => WaitingStage | null> {
	const today = dayInSweden(application.clock.now());
	const isTold = round.openedAt !== null && dayInSweden(round.openedAt) < today && !round.erasedAt;
	if (actor.role !== 'samordnare' || !isTold) return () => null;
	const marked = await listMarkedUnits(application, sql, { roundId: round.roundId, unitIds });
	return (unitId) => {
		const stage = waitingStage(marked.get(unitId), today);
		return round.closedAt && stage.kind === 'not-opened' ? null : stage;
	};
}

function responseBySector(units: RoundView['units']): RoundView['response'] {
	return sectors
		.map((sector) => units.filter((unit) => unit.sector === sector))
		.flatMap((inSector) => {
			const [first] = inSector;
			if (!first) return [];
			const answered = inSector.filter((unit) => unit.hasAnswered).length;
			return [{ sector: first.sector, asked: inSector.length, answered }];
		});
}

export async function readRound(
	application: Application,
	actor: Actor,
	roundId: string
): Promise<Result<RoundView, 'unknown-round'>> {
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const round = await findRound(sql, roundId);
		const series = round ? await findSeries(sql, round.seriesId) : null;
		if (!round || !series) return refused('unknown-round');
		const { units, answered, reopenings } = await readUnits(application, sql, { round, actor });
		const instruments = await listInstruments(sql, roundId);
		const changes = await listThresholdChanges(sql, roundId);
		return accepted({
			round,
			series,
			state: roundState(round, dayInSweden(application.clock.now())),
			units,
			answered,
			reopenings,
			response: responseBySector(units),
			questionnaires: instruments.map(({ sector, title, version }) => ({ sector, title, version })),
			lagesbilder: await listLagesbilderOfRound(sql, roundId),
			waitingQuotations: await countProposedQuotations(sql, roundId),
			erasure: await erasureStanding(sql, round, dayInSweden(application.clock.now())),
			hasThresholdProposal: changes.some(({ decision }) => !decision),
			comments: (await listComments(sql, roundId)).length,
			unjudgedChanges: round.plannedAt || round.cancelledAt ? 0 : await countUnjudged(sql, round),
			failedSteps: (await listSteps(sql, roundId)).filter(hasFailed).map(({ step }) => step)
		});
	});
}
