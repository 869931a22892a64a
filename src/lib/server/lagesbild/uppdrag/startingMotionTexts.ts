import { startingCouncil } from '#lib/lagesbild/council/startingCouncil.ts';
import type { MotionTexts } from '#lib/lagesbild/uppdrag/motionTexts.ts';
import type { Municipality } from '../../organisations/municipalityStore.ts';

/**
 * What the texts of an answer begin as. Nothing that is to be judged or written by a person is filled in; fullmäktige's
 * points are drafted from the att-satser until they are written.
 */
export function startingMotionTexts(municipality: Municipality, title: string): MotionTexts {
	const { administration, responsibleBoard, coordinatorName } = municipality;
	return {
		date: '',
		administrations: [administration],
		summary: '',
		matter: '',
		goals: '',
		codetermination: '',
		basis: [],
		council: startingCouncil({
			officer: coordinatorName,
			recipient: responsibleBoard,
			heading: `Svar på motion: ${title}`,
			proposals: [
				{
					body: responsibleBoard,
					points: ['att föreslå kommunfullmäktige att besluta enligt förslaget till fullmäktige.']
				},
				{ body: 'Kommunfullmäktige', points: [] }
			]
		})
	};
}
