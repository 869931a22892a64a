import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { sectorName } from '#lib/organisations/sector.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import {
	judgeChange,
	judgementSchema,
	readChanges,
	type ChangedSector,
	type JudgedChange,
	type JudgingRefusal
} from '#lib/server/rounds/judgeChanges.ts';
import { writtenPeriod } from '#lib/shared/writtenDay.ts';
import { readForm, typedFields, type FieldError } from '../../../readForm.ts';
import { requireActor, requireRole } from '../../../requireActor.server.ts';
import { roundIdOf } from '../roundId.server.ts';
import { proposalText, proposedVerdict, standingOf, writtenDifference } from './changeTexts.ts';
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
			name: roundName(round),
			isOpened: round.openedAt !== null
		},
		earlier: earlier && {
			roundName: roundName(earlier),
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
	const { code, title, subject, differences, covers } = change;
	const standing = standingOf(change, judgement, isWaiting);
	const mayBeJudged = isWaiting || (judgement !== null && !isOpened);
	return {
		...{ id: `${sector}-${code}`, sector, code, title, standing, isWaiting, mayBeJudged },
		isText: subject === 'text',
		differences: differences.map(writtenDifference),
		proposal: isWaiting ? proposalText(change) : null,
		reason: judgement?.reason ?? null,
		verdict: judgement ? judgement.verdict : proposedVerdict(change),
		codes: (judgement ? judgement.codes : covers).join(', ')
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
function refused(id: string, errors: readonly FieldError[], typed: Record<string, string>) {
	const named = errors.map(({ field, message }) => ({ field: `${id}-${field}`, message }));
	return fail(400, { id, errors: named, typed, message: null });
}

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const roundId = roundIdOf(event);
		const formData = await event.request.formData();
		const { sector = '', code = '' } = typedFields(formData);
		const id = `${sector}-${code}`;
		const form = readForm(judgementSchema, formData);
		if (!form.ok) return refused(id, form.errors, form.typed);
		const judging = await judgeChange(event.locals.application, actor, { roundId, ...form.value });
		if (!judging.ok) {
			const refusal = refusalText[judging.refusal];
			const { reason, verdict, codes } = form.value;
			const typed = { reason, verdict, codes: codes.join(', ') };
			if (typeof refusal !== 'string') return refused(id, [refusal], typed);
			return fail(409, { id, errors: [], typed, message: refusal });
		}
		redirect(303, resolve('/(coordinator)/omgangar/[roundId]/formular', { roundId }));
	}
};
