import { describe, expect, it } from 'vitest';
import { clauseSchema, newMotionSchema } from '#lib/lagesbild/uppdrag/motionForms.ts';

const motion = {
	title: ' Stärk stödet ',
	receivedOn: '2026-03-01',
	movers: 'Astrid Holm (SL)\r\n\r\nViggo Lind ( BV )',
	diarienummer: 'SON 2026-1\nKS 2026-2',
	clauses: '- att ett görs\n2. att två görs\natt tre görs'
};

const faults = (changes: Record<string, string>) => {
	const read = newMotionSchema.safeParse({ ...motion, ...changes });
	return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('the form of a motion', () => {
	it('reads movers with their parties, several diarienummer, and att-satser without their bullets', () => {
		expect(newMotionSchema.parse(motion)).toEqual({
			title: 'Stärk stödet',
			receivedOn: '2026-03-01',
			movers: [
				{ name: 'Astrid Holm', party: 'SL' },
				{ name: 'Viggo Lind', party: 'BV' }
			],
			diarienummer: ['SON 2026-1', 'KS 2026-2'],
			clauses: ['att ett görs', 'att två görs', 'att tre görs'],
			reportedOn: null
		});
	});

	it('says what is missing or wrong', () => {
		expect([
			faults({ movers: 'Astrid Holm' }),
			faults({ movers: '' }),
			faults({ diarienummer: 'KS 1\nKS 1' }),
			faults({ clauses: '\n' }),
			faults({ reportedOn: '2026-02-28' })
		]).toEqual([
			['movers: Skriv partiet inom parentes efter namnet, till exempel Astrid Holm (SL)'],
			['movers: Skriv minst en motionär'],
			['diarienummer: Samma diarienummer står två gånger'],
			['clauses: Skriv minst en att-sats'],
			['reportedOn: Redovisningen ligger före den dag då motionen väcktes']
		]);
	});
});

describe('the form of an att-sats', () => {
	it('asks for the reason of a rejection, and for both halves of a watch', () => {
		const read = clauseSchema.safeParse({
			wording: 'att något görs',
			proposedAnswer: 'avslag',
			watchFor: 'Utvärderingen'
		});
		expect(read.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
			'reason: Skriv skälet till att förslaget avslås',
			'watchFor: En bevakning behöver både en dag och vad som ska bevakas'
		]);
	});

	it('may be answered by nothing yet', () => {
		expect(clauseSchema.parse({ wording: 'att något görs' })).toEqual({
			wording: 'att något görs',
			proposedAnswer: null,
			reason: '',
			legalBasis: null,
			roundIds: [],
			findingIds: [],
			measureIds: [],
			watchOn: null,
			watchFor: null
		});
	});
});
