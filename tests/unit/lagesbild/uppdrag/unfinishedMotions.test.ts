import { expect, test } from 'vitest';
import { unfinishedCells, unfinishedMotions } from '#lib/lagesbild/uppdrag/unfinishedMotions.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { clauseOf, motionOf } from '../../../support/motionBuilder.ts';

test('fullmäktige is told of what it has not decided on, the oldest first', () => {
	const older = motionOf({
		title: 'Äldre',
		receivedOn: calendarDate('2025-10-01'),
		reportedOn: calendarDate('2026-09-21'),
		movers: [
			{ name: 'Astrid Holm', party: 'SL' },
			{ name: 'Viggo Lind', party: 'BV' }
		],
		diarienummer: ['SON 2025-12', 'KS 2025-99'],
		clauses: [clauseOf({ place: 1, proposedAnswer: 'bifall' }), clauseOf({ place: 2 })]
	});
	const newer = motionOf({ clauses: [clauseOf({ proposedAnswer: 'avslag' })] });
	const decided = motionOf({
		title: 'Beslutad',
		decision: { on: calendarDate('2026-10-05'), reference: '§ 1' }
	});
	const list = unfinishedMotions([newer, decided, older], calendarDate('2026-11-22'));
	expect(list.map(unfinishedCells)).toEqual([
		[
			'Äldre',
			'Astrid Holm (SL), Viggo Lind (BV)',
			'SON 2025-12, KS 2025-99',
			'2025-10-01',
			'2026-10-01',
			'Året gick ut för 52 dagar sedan',
			'1 av 2 att-satser har ett föreslaget svar. Redovisad för fullmäktige 2026-09-21'
		],
		[
			'Stärk stödet',
			'Astrid Holm (SL)',
			'KS 2026/0142',
			'2026-03-01',
			'2027-03-01',
			'3 månader kvar',
			'Alla att-satser har ett föreslaget svar'
		]
	]);
});
