import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { fileAnswer } from '#lib/server/http/fileAnswer.ts';
import { printLetters, type LetterChoice } from '#lib/server/invitations/printLetters.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { roundIdOf } from '../roundId.server.ts';
import type { RequestHandler } from './$types';

function choiceOf({ searchParams }: URL): LetterChoice['of'] {
	const messageId = z.uuid().safeParse(searchParams.get('brev'));
	if (messageId.success) return { messageId: messageId.data };
	return searchParams.has('utan-epost') ? 'without-email' : 'all';
}

/** All letters, with ?utan-epost those to units that have no address, or with ?brev= one. They hold links: no cache keeps the file. */
export const GET: RequestHandler = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const of = choiceOf(event.url);
	const printed = await printLetters(event.locals.application, actor, { roundId: roundIdOf(event), of });
	if (!printed.ok) {
		error(
			404,
			printed.refusal === 'no-letters' ? 'Det finns inga brev att skriva ut' : 'Omgången finns inte'
		);
	}
	const file = { bytes: printed.value, mediaType: 'application/pdf', name: 'brev.pdf' };
	return fileAnswer(file, 'inline');
};
