import { startingCouncil } from '#lib/lagesbild/council/startingCouncil.ts';
import type { LagesbildTexts } from '#lib/lagesbild/lagesbildTexts.ts';
import type { Round } from '#lib/rounds/round.ts';
import { roundName } from '#lib/rounds/roundName.ts';
import type { Municipality } from '../organisations/municipalityStore.ts';

/** What a new lägesbild's texts begin as. Nothing that is to be judged or written by a person is filled in. */
export function startingTexts(of: {
	readonly municipality: Municipality;
	readonly round: Round;
}): LagesbildTexts {
	const { municipality, round } = of;
	const heading = `Lägesbild ${roundName(round)}: sex mot ersättning och människohandel i ${municipality.name}`;
	return {
		annanInformation: '',
		analys: '',
		slutsatser: '',
		council: startingCouncil({
			officer: municipality.coordinatorName,
			recipient: municipality.responsibleBoard,
			heading,
			proposals: [
				{
					body: municipality.responsibleBoard,
					points: ['att föreslå kommunfullmäktige att lägga lägesbilden till handlingarna.']
				},
				{ body: 'Kommunfullmäktige', points: ['att lägga lägesbilden till handlingarna.'] }
			]
		})
	};
}
