import type { RoundStage } from '#lib/rounds/round.ts';

type Tone = 'neutral' | 'active' | 'waiting' | 'done';

export const roundStageText: Readonly<Record<RoundStage, string>> = {
	proposed: 'Förslag',
	planned: 'Planerad',
	open: 'Öppen för svar',
	ended: 'Svarstiden är slut',
	closed: 'Stängd',
	compiled: 'Sammanställd',
	decided: 'Fastställd',
	cancelled: 'Inställd',
	erased: 'Gallrad'
};

export const roundStageTone: Readonly<Record<RoundStage, Tone>> = {
	proposed: 'neutral',
	planned: 'active',
	open: 'active',
	ended: 'waiting',
	closed: 'waiting',
	compiled: 'waiting',
	decided: 'done',
	cancelled: 'neutral',
	erased: 'neutral'
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
