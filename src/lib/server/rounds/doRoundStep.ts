import { closingNotice, lawClockNotice, retentionNotice } from '#lib/invitations/noticeTexts.ts';
import { addresseeOf } from '#lib/organisations/unitName.ts';
import { lawClock } from '#lib/rounds/lawClock.ts';
import { erasureDueOn } from '#lib/rounds/retention.ts';
import type { Round } from '#lib/rounds/round.ts';
import { isPostOnly, reasonToSkip, type RoundStep, type SkipReason } from '#lib/rounds/timetable.ts';
import { dayInSweden, type CalendarDate } from '#lib/shared/calendarDate.ts';
import type { MessageText } from '#lib/invitations/messageText.ts';
import { roundName, seriesAddress } from '#lib/rounds/roundName.ts';
import type { Application } from '../application.ts';
import { publicAddress } from '../config.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { fillMessage } from '../invitations/fillMessage.ts';
import { issueInvitations, mailAddressOf, readOccasion } from '../invitations/issueInvitations.ts';
import { listUnitsWithLink } from '../invitations/invitationStore.ts';
import { readMailSettings } from '../invitations/mailSettingsStore.ts';
import { listLagesbilderOfSeries } from '../lagesbild/lagesbildStore.ts';
import { senderOf } from '../mail/sender.ts';
import { wakeSending } from '../mail/wakeSending.ts';
import { writeMessage } from '../mail/writeMessage.ts';
import { findMunicipality } from '../organisations/municipalityStore.ts';
import { listAnsweredUnits } from '../responses/listAnsweredUnits.ts';
import { closeHeldRound } from './closeRound.ts';
import { endHeldReopenings } from './endReopenings.ts';
import { endsOf } from './planRetention.ts';
import { openHeldRound } from './openRound.ts';
import { findRetentionRule } from './retentionStore.ts';
import { listAskedUnits, lockRound, type AskedUnit } from './roundStore.ts';
import { findSeries, titleOfSeries } from './seriesStore.ts';
import {
	holdDueStep,
	listSteps,
	markStepDone,
	markStepFailed,
	markStepSkipped,
	type DueStep
} from './stepStore.ts';

/** Does a step; gives the reason when there is nothing to do after all. */
type Doing = (application: Application, sql: Sql, round: Round) => Promise<SkipReason | null>;

/** Who has answered by now, or before a day. */
export async function splitByAnswer(
	application: Application,
	sql: Sql,
	{ round, before }: { readonly round: Round; readonly before?: CalendarDate }
): Promise<{ readonly answered: AskedUnit[]; readonly waiting: AskedUnit[] }> {
	const units = await listAskedUnits(sql, round.roundId);
	const unitIds = units.map(({ unitId }) => unitId);
	const days = await listAnsweredUnits(application, sql, { round, unitIds });
	const hasAnswered = ({ unitId }: AskedUnit) => {
		const day = days.get(unitId);
		return day !== undefined && (before === undefined || day < before);
	};
	return { answered: units.filter(hasAnswered), waiting: units.filter((unit) => !hasAnswered(unit)) };
}

/**
 * Reminds those who have not answered and have an address; the others stand on the call list. A unit whose links have been
 * withdrawn gets no new one by a reminder.
 */
export async function remind(
	application: Application,
	sql: Sql,
	{
		round,
		chosen,
		ownLine
	}: { readonly round: Round; readonly chosen?: ReadonlySet<string>; readonly ownLine?: string }
): Promise<number> {
	const { waiting } = await splitByAnswer(application, sql, { round });
	const { recipients } = await readOccasion(application, sql, waiting);
	const withLink = await listUnitsWithLink(sql, round.roundId);
	const units = waiting.filter(
		({ unitId }) =>
			withLink.has(unitId) &&
			mailAddressOf(recipients.get(unitId) ?? null) !== null &&
			(!chosen || chosen.has(unitId))
	);
	await issueInvitations(application, sql, { round, units, kind: 'reminder', ...(ownLine && { ownLine }) });
	return units.length;
}

async function thank(application: Application, sql: Sql, round: Round): Promise<void> {
	const { answered } = await splitByAnswer(application, sql, { round });
	const { recipients, ...occasion } = await readOccasion(application, sql, answered);
	const series = await findSeries(sql, round.seriesId);
	const address = seriesAddress(round, series?.isMain === false ? series.slug : null);
	const sender = senderOf(application.config, occasion);
	for (const unit of answered) {
		const contact = recipients.get(unit.unitId) ?? null;
		const recipient = mailAddressOf(contact);
		if (!contact || recipient === null) continue;
		await writeMessage(application, sql, {
			kind: 'thanks',
			roundId: round.roundId,
			invitationId: null,
			contactId: contact.contactId,
			recipient,
			recipientName: addresseeOf(unit),
			...fillMessage('thanks', {
				...occasion,
				address,
				series: series?.title ?? '',
				round,
				unit,
				contact,
				link: ''
			}),
			sender
		});
	}
}

async function writeNotice(
	application: Application,
	sql: Sql,
	{ roundId, text }: { readonly roundId: string; readonly text: MessageText }
): Promise<void> {
	const municipality = await findMunicipality(sql);
	await writeMessage(application, sql, {
		kind: 'notice',
		language: 'sv',
		roundId,
		invitationId: null,
		contactId: null,
		recipient: municipality.coordinatorEmail,
		recipientName: municipality.coordinatorName,
		...text,
		sender: senderOf(application.config, { municipality, settings: await readMailSettings(sql) })
	});
}

const reminding: Doing = async (application, sql, round) => {
	await remind(application, sql, { round });
	return null;
};

const doings: Readonly<Record<RoundStep, Doing>> = {
	open: async (application, sql, round) => {
		const opening = await openHeldRound(application, sql, { round, actor: null });
		if (opening.ok) return null;
		if (opening.refusal === 'cancelled') return 'round-cancelled';
		return opening.refusal === 'already-open' ? 'already-done' : opening.refusal;
	},
	'first-reminder': reminding,
	'second-reminder': reminding,
	'last-reminder': reminding,
	'closes-tomorrow': async (application, sql, round) => {
		const { answered, waiting } = await splitByAnswer(application, sql, { round });
		const text = closingNotice({
			series: await titleOfSeries(sql, round.seriesId),
			round: roundName(round),
			closesOn: round.closesOn,
			today: dayInSweden(application.clock.now()),
			asked: answered.length + waiting.length,
			answered: answered.length,
			address: `${publicAddress(application.config)}/omgangar/${round.roundId}`
		});
		await writeNotice(application, sql, { roundId: round.roundId, text });
		return null;
	},
	close: async (application, sql, round) => {
		const closing = await closeHeldRound(application, sql, { round, actor: null });
		return closing.ok ? null : 'already-done';
	},
	'close-reopened': async (application, sql, { roundId }) => {
		const ending = await endHeldReopenings(application, sql, { roundId, actor: null });
		return ending.ok ? null : 'already-done';
	},
	thank: async (application, sql, round) => {
		await thank(application, sql, round);
		return null;
	},
	retention: async (application, sql, round) => {
		const rule = await findRetentionRule(sql, round.roundId);
		const dueOn = rule && erasureDueOn(rule, await endsOf(sql, round));
		if (!rule || !dueOn || round.erasedAt) return 'already-done';
		const address = `${publicAddress(application.config)}/omgangar/${round.roundId}/gallring`;
		const text = retentionNotice({
			series: await titleOfSeries(sql, round.seriesId),
			round: roundName(round),
			dueOn,
			decision: rule.decision,
			address
		});
		await writeNotice(application, sql, { roundId: round.roundId, text });
		return null;
	},
	'law-clock': async (application, sql, round) => {
		const lagesbilder = await listLagesbilderOfSeries(sql, round.seriesId);
		const published = lagesbilder.flatMap(({ roundId, publishedAt }) =>
			publishedAt ? [{ roundId, publishedAt }] : []
		);
		const [latest] = published.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
		if (latest?.roundId !== round.roundId) return 'published-since';
		const clock = lawClock(dayInSweden(latest.publishedAt), dayInSweden(application.clock.now()));
		if (!clock || clock.state === 'in-time') return 'published-since';
		const address = `${publicAddress(application.config)}/omgangar/ny?serie=${round.seriesId}`;
		await writeNotice(application, sql, {
			roundId: round.roundId,
			text: lawClockNotice({ ...clock, series: await titleOfSeries(sql, round.seriesId), address })
		});
		return null;
	}
};

async function carryOut(
	application: Application,
	sql: Sql,
	{ municipalityId, roundId, step }: DueStep
): Promise<void> {
	const at = application.clock.now();
	// The round before its steps, always, as every transition of it does.
	const round = await lockRound(sql, roundId, 'for update');
	const due = await holdDueStep(sql, { roundId, step, at });
	if (!round || !due) return;
	const steps = await listSteps(sql, roundId);
	const otherDueSteps = steps
		.filter((each) => each.step !== step && !each.doneAt && !each.skippedAt && each.dueAt <= at)
		.map((each) => each.step);
	const reason =
		(isPostOnly(step) && !application.config.smtpUrl ? 'no-mail-server' : null) ??
		reasonToSkip(due, { now: at, closesOn: round.closesOn, otherDueSteps }) ??
		(await doings[step](application, sql, round));
	if (reason) await markStepSkipped(sql, { roundId, step, at, reason });
	else await markStepDone(sql, { roundId, step, at });
	await wakeSending(application, sql, municipalityId);
}

/**
 * Does a step of a round's timetable if it is due and not done: once, also when the alarm goes twice or in two programs. What
 * fails is kept for the samordnare to see, and thrown for the queue to try again.
 */
export async function doRoundStep(application: Application, due: DueStep): Promise<void> {
	const { clock, database } = application;
	try {
		await withMunicipality(database, due.municipalityId, (sql) => carryOut(application, sql, due));
	} catch (fault) {
		await withMunicipality(database, due.municipalityId, (sql) =>
			markStepFailed(sql, { ...due, at: clock.now() })
		);
		throw fault;
	}
}
