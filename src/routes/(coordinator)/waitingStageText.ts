import type { WaitingFilter, WaitingStage } from '#lib/rounds/answeringStage.ts';
import { writtenDay } from '#lib/shared/writtenDay.ts';

/** How far a unit that has not answered has come; null where it is not told. */
export function waitingBadge(stage: WaitingStage | null): {
	readonly text: string;
	readonly tone: 'neutral' | 'active' | 'waiting';
} {
	switch (stage?.kind) {
		case undefined:
			return { text: 'Inte besvarad', tone: 'neutral' };
		case 'not-opened':
			return { text: 'Inte öppnat', tone: 'neutral' };
		case 'opened':
			return { text: 'Öppnat', tone: 'waiting' };
		case 'begun':
			return { text: 'Påbörjat', tone: 'active' };
	}
}

export function sinceText(stage: WaitingStage | null): string {
	return stage && stage.kind !== 'not-opened' ? writtenDay(stage.since) : '';
}

export const waitingFilterText: Readonly<Record<WaitingFilter, string>> = {
	'ej-oppnat': 'Har inte öppnat',
	'ej-paborjat': 'Har inte börjat svara',
	paborjat: 'Har börjat svara'
};
