import type { Application } from '#lib/server/application.ts';
import { saveDraft } from '#lib/server/responses/saveDraft.ts';
import { submitAnswers } from '#lib/server/responses/submitAnswers.ts';
import { policeAnswers } from './policeAnswers.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	type OpenedRound,
	type SmallMunicipality
} from './smallMunicipality.ts';

/** An open round of a small municipality that the police, and nobody else, have answered. */
export async function openRoundOfPolice(
	application: Application
): Promise<{ readonly municipality: SmallMunicipality; readonly round: OpenedRound }> {
	const municipality = await insertSmallMunicipality(application, '9998');
	const round = await openedRoundIn(application, municipality);
	const token = round.tokens.get('Lokalpolisområde Prov') ?? '';
	await saveDraft(application, token, { answers: policeAnswers(), page: 7 });
	await submitAnswers(application, { token, asksAboutTexts: false });
	return { municipality, round };
}
