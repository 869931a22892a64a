import { moverText, type Motion } from '#lib/lagesbild/uppdrag/motion.ts';

/** What a motion's form is filled in with. */
export function heldMotion(motion: Motion): Readonly<Record<string, string>> {
	return {
		title: motion.title,
		movers: motion.movers.map(moverText).join('\n'),
		diarienummer: motion.diarienummer.join('\n'),
		receivedOn: motion.receivedOn,
		reportedOn: motion.reportedOn ?? ''
	};
}
