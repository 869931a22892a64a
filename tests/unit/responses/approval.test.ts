import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	approvalStanding,
	approvedText,
	asApproved,
	mayBeSent,
	withoutApproval,
	type ApprovalVerdict
} from '#lib/responses/approval.ts';
import { compiledElements } from '../../support/questionnaireBuilder.ts';

const approved: ApprovalVerdict = { kind: 'approved', fingerprint: 'a' };
const returned: ApprovalVerdict = { kind: 'returned', fingerprint: 'a', comment: 'Se över P3' };

const standings = [
	['nobody is asked', undefined, 'a', 'not-asked'],
	['the manager has not answered', null, 'a', 'waiting'],
	['the manager has approved these very answers', approved, 'a', 'approved'],
	['the manager has approved other answers', approved, 'b', 'changed-since-approval'],
	['the manager has sent these answers back', returned, 'a', 'returned'],
	['the answers have been changed since they came back', returned, 'b', 'changed-since-return']
] as const;

test.each(standings)('%s', (...[, verdict, fingerprint, standing]) => {
	const approval = verdict === undefined ? undefined : { linkId: 'l', verdict };
	expect(approvalStanding(approval, fingerprint)).toBe(standing);
});

test('answers go when nobody is asked or these very answers are approved', () => {
	const free = standings.map(([, , , standing]) => standing).filter(mayBeSent);
	expect(free).toEqual(['not-asked', 'approved']);
});

const approvalQuestion = { type: 'radiogroup', name: 'A6', title: 'Godkänt?', choices: ['ja', 'nej'] };

test('the approval is the answer to the question about it, where that is asked', () => {
	expect(asApproved(compiledElements(approvalQuestion), { A6: 'nej', A5: 1 })).toEqual({ A6: 'ja', A5: 1 });
	const without = compiledElements({ type: 'comment', name: 'A6', title: 'Något annat' });
	expect(asApproved(without, { A5: 1 })).toEqual({ A5: 1 });
	expect(withoutApproval({ A6: 'ja', A5: 1 })).toEqual({ A5: 1 });
});

const answers = fc.dictionary(fc.string(), fc.jsonValue());

test('the same answers in another order are the same; a changed answer or reason is not', () => {
	fc.assert(
		fc.property(answers, (given) => {
			const reversed = Object.fromEntries(Object.entries(given).reverse());
			expect(approvedText(reversed, {})).toBe(approvedText(given, {}));
			expect(approvedText({ ...given, ny: 1 }, {})).not.toBe(approvedText({ ...given, ny: 2 }, {}));
			expect(approvedText(given, { P3: 'Nytt' })).not.toBe(approvedText(given, { P3: 'Annat' }));
			expect(approvedText(given, { P3: '' })).toBe(approvedText(given, {}));
		})
	);
	expect(approvedText({ P1: { b: [2, 1], a: 1 } }, {})).toBe('[{"P1":{"a":1,"b":[2,1]}},{}]');
});
