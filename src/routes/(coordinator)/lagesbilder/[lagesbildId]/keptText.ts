import type { DraftAnswer } from './draftAnswer.ts';
import type { NotTaken } from './draftKeeper.ts';

const clock = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: 'Europe/Stockholm' });

/** What became of what has been written so far, for the line under the form. */
export function keptText({ outcome, message }: Pick<DraftAnswer, 'outcome' | 'message'>): string {
	switch (outcome) {
		case 'saved':
			return `Sparat av programmet kl. ${clock.format(new Date()).replace(':', '.')}.`;
		case 'not-saved':
			return `Inte sparat än. ${message}`;
		case 'conflict':
			return 'Inte sparat: någon annan har sparat medan du skrev. Tryck på Spara för att se båda texterna.';
		case 'closed':
			return 'Inte sparat: lägesbilden kan inte ändras längre. Kopiera det du skrivit.';
	}
}

/** What is said while nothing can be saved. */
export const notTakenText: Readonly<Record<NotTaken, string>> = {
	unreachable:
		'Inte sparat: ingen kontakt med servern. Det du skrivit står kvar här och sparas när den svarar.',
	'signed-out':
		'Inte sparat: inloggningen har gått ut. Logga in i en ny flik, så sparas det du skrivit här. Stäng inte den här fliken.'
};
