import type { CouncilTexts } from './councilTexts.ts';

/** A council document before a person has written anything in it: what is to be judged is empty. */
export function startingCouncil(
	given: Pick<CouncilTexts, 'officer' | 'recipient' | 'heading' | 'proposals'>
): CouncilTexts {
	return {
		diarienummer: [],
		...given,
		background: '',
		consultation: '',
		bestInterestsOfChild: '',
		genderEquality: '',
		economy: '',
		signatures: [],
		sentTo: []
	};
}
