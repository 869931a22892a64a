import type { RoundState } from '#lib/rounds/round.ts';

type Tone = 'neutral' | 'active' | 'waiting' | 'done';

export const roundStateText: Readonly<Record<RoundState, string>> = {
	planned: 'Planerad',
	open: 'Öppen för svar',
	ended: 'Svarstiden är slut',
	closed: 'Stängd'
};

export const roundStateTone: Readonly<Record<RoundState, Tone>> = {
	planned: 'neutral',
	open: 'active',
	ended: 'waiting',
	closed: 'done'
};

/** What the pages list of a lägesbild. */
export interface ListedLagesbild {
	readonly lagesbildId: string;
	readonly version: number;
	readonly submittedAt: Date | null;
	readonly publishedAt: Date | null;
}

/** Where a lägesbild stands on its way to publication, as badge. */
export function lagesbildStage({
	submittedAt,
	publishedAt
}: Pick<ListedLagesbild, 'submittedAt' | 'publishedAt'>): { text: string; tone: Tone } {
	if (publishedAt) return { text: 'Publicerad', tone: 'done' };
	if (submittedAt) return { text: 'Väntar på granskning', tone: 'waiting' };
	return { text: 'Utkast', tone: 'neutral' };
}
