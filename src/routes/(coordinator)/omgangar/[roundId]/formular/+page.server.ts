import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { askedDifferences } from '#lib/instruments/comparability/changeJudgement.ts';
import { sectorName } from '#lib/organisations/sector.ts';
import {
	judgeChange,
	judgementSchema,
	readChanges,
	type ChangedSector,
	type JudgedChange,
	type JudgingRefusal
} from '#lib/server/rounds/judgeChanges.ts';
import { writtenPeriod } from '#lib/shared/writtenDay.ts';
import { readForm, type FieldError } from '../../../readForm.ts';
import { requireActor, requireRole } from '../../../requireActor.server.ts';
import { roundIdOf } from '../roundId.server.ts';
import { proposalText, standingOf, writtenDifference } from './changeTexts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const view = await readChanges(event.locals.application, actor, roundIdOf(event));
	if (!view.ok) error(404, 'Omgången finns inte');
	const { round, earlier, sectors } = view.value;
	return {
		round: {
			roundId: round.roundId,
			seriesId: round.seriesId,
			year: round.year,
			isOpened: round.openedAt !== null
		},
		earlier: earlier && {
			year: earlier.year,
			period: writtenPeriod(earlier.period.from, earlier.period.to)
		},
		sectors: sectors.map((sector) => writtenSector(sector, round.openedAt !== null)),
		mayJudge: actor.role === 'samordnare'
	};
};

function writtenSector({ sector, versions, changes, lawChanges }: ChangedSector, isOpened: boolean) {
	return {
		sector,
		name: sectorName[sector],
		versions,
		lawChanges: lawChanges.map(({ codes, reason }) => ({ codes: codes.join(', '), reason })),
		changes: changes.map((each) => writtenChange(each, { sector, isOpened }))
	};
}

function writtenChange(
	{ change, judgement, isWaiting }: JudgedChange,
	{ sector, isOpened }: { readonly sector: string; readonly isOpened: boolean }
) {
	const isAsked = askedDifferences(change).length > 0 && (isWaiting || judgement !== null);
	const proposes = askedDifferences(change).every(({ proposal }) => proposal === 'holds')
		? 'holds'
		: 'breaks';
	return {
		id: `${sector}-${change.code}`,
		sector,
		code: change.code,
		title: change.title,
		isText: change.subject === 'text',
		standing: standingOf(change, judgement, isWaiting),
		differences: change.differences.map(writtenDifference),
		proposal: isWaiting ? proposalText(change) : null,
		reason: judgement?.reason ?? null,
		verdict: judgement?.verdict ?? proposes,
		codes: (judgement?.codes ?? change.covers).join(', '),
		isWaiting,
		mayBeJudged: isAsked && (isWaiting || !isOpened)
	};
}

const refusalText: Readonly<Record<JudgingRefusal, string | FieldError>> = {
	'not-allowed': 'Bara samordnaren kan bedöma om en serie håller.',
	'unknown-round': 'Omgången finns inte längre.',
	'nothing-to-judge': 'Ändringen finns inte längre.',
	'round-has-opened': 'Omgången har öppnat. Bedömningen kan inte ändras.',
	'unknown-question': { field: 'codes', message: 'En av frågekoderna finns inte i formuläret' }
};

/** There is a form a change on the page: its fields carry the change's name. */
function refused(status: number, id: string, errors: readonly FieldError[], typed: Record<string, string>) {
	const named = errors.map(({ field, message }) => ({ field: `${id}-${field}`, message }));
	return fail(status, { id, errors: named, typed, message: null });
}

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const formData = await event.request.formData();
		const id = `${String(formData.get('sector'))}-${String(formData.get('code'))}`;
		const form = readForm(judgementSchema, formData);
		if (!form.ok) return refused(400, id, form.errors, form.typed);
		const judging = await judgeChange(event.locals.application, actor, { roundId, ...form.value });
		if (!judging.ok) {
			const refusal = refusalText[judging.refusal];
			const { reason, verdict, codes } = form.value;
			const typed = { reason, verdict, codes: codes.join(', ') };
			if (typeof refusal !== 'string') return refused(400, id, [refusal], typed);
			return fail(409, { id, errors: [], typed, message: refusal });
		}
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]/formular', { roundId }));
	}
};
