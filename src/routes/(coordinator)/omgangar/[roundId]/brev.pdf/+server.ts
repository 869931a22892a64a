import { error } from '@sveltejs/kit';
import { fileAnswer } from '#lib/server/http/fileAnswer.ts';
import { printLetters } from '#lib/server/invitations/printLetters.ts';
import { requireRole } from '../../../requireActor.server.ts';
import { roundIdOf } from '../roundId.server.ts';
import type { RequestHandler } from './$types';

/** All letters, or with ?utan-epost those to units that have no address. They hold links: no cache keeps the file. */
export const GET: RequestHandler = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const of = event.url.searchParams.has('utan-epost') ? 'without-email' : 'all';
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
