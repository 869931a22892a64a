import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	decidedQuotation,
	proposedQuotation,
	withdrawnQuotation,
	type Quotation
} from '#lib/freetext/quotation.ts';
import { judgeRewording, longestSharedRun } from '#lib/freetext/rewording.ts';

const original = 'Vi har i tre år träffat flickor på ungdomsgården som fått presenter av äldre män.';
const wording = 'Några unga tycks ha bytt gåvor mot sex med vuxna.';

const base = {
	quotationId: 'q',
	freeTextId: 't',
	item: 'Z7',
	theme: 'barn-och-unga',
	wording,
	proposed: { by: 'samordnaren', at: new Date('2026-03-01T09:00:00Z') }
};
const proposed: Quotation = { ...base, state: 'proposed' };
const later = new Date('2026-03-02T09:00:00Z');
const decision = {
	by: 'granskaren',
	at: later,
	reason: 'Ingen kan kännas igen.',
	original,
	isApproved: true
};
const decided = { by: 'granskaren', at: later, reason: 'Ingen kan kännas igen.' };

describe('a rewording', () => {
	test.each([
		['the text itself', original],
		['the text with other marks and letters', original.toUpperCase().replace('.', '!!')],
		['the words in another order', original.replace('.', '').split(' ').toReversed().join(' ')]
	])('is refused when it is %s', (_, text) => {
		expect(judgeRewording(original, text)).toEqual({ ok: false, refusal: 'same-words' });
	});

	test('is refused when more than four words in a row are the text’s', () => {
		const five = 'Någon hade fått presenter av äldre män en gång.';
		expect(judgeRewording(original, five)).toEqual({ ok: false, refusal: 'copied-run' });
		const four = 'Någon hade fått presenter av andra äldre män.';
		expect(judgeRewording(original, four)).toEqual({ ok: true, value: null });
	});

	test('is refused when a short text stands whole in it', () => {
		const text = 'Mer tolk behövs.';
		const longer = 'De skriver att mer tolk behövs i mötena.';
		expect(judgeRewording(text, longer)).toEqual({ ok: false, refusal: 'copied-run' });
		expect(judgeRewording(text, 'Språket är ett hinder.')).toEqual({ ok: true, value: null });
	});

	test('is refused when a number of the text stands in it', () => {
		expect(judgeRewording('Tre flickor, 14 och 15 år.', 'Barn som är 14.')).toEqual({
			ok: false,
			refusal: 'copied-number'
		});
	});

	test('is refused while something in it looks like personal data', () => {
		expect(judgeRewording(original, 'Ring Anna på 070-174 06 05 om gåvorna.')).toEqual({
			ok: false,
			refusal: 'personal-data'
		});
	});

	test('never holds a longer run of any text than what is allowed', () => {
		const word = fc.constantFrom('unga', 'får', 'gåvor', 'av', 'vuxna', 'män', 'hos', 'oss', 'ofta');
		const text = fc.array(word, { minLength: 6, maxLength: 20 });
		fc.assert(
			fc.property(text, text, (one, other) => {
				if (!judgeRewording(one.join(' '), other.join(' ')).ok) return;
				const runs = one
					.map((_, place) => one.slice(place, place + longestSharedRun + 1))
					.filter((run) => run.length > longestSharedRun)
					.map((run) => ` ${run.join(' ')} `);
				expect(runs.filter((run) => ` ${other.join(' ')} `.includes(run))).toEqual([]);
			})
		);
	});
});

describe('a quotation', () => {
	const text = { original, themes: ['barn-och-unga', 'halsa'], living: [] };

	test('is proposed under a theme of its text', () => {
		expect(proposedQuotation(base, text)).toEqual({ ok: true, value: proposed });
		expect(proposedQuotation({ ...base, theme: 'boende' }, text)).toEqual({
			ok: false,
			refusal: 'theme-not-of-text'
		});
	});

	test('is the only living one of its text', () => {
		const beside = (state: Quotation['state']) =>
			proposedQuotation(base, { ...text, living: [{ state }] }).ok;
		expect((['proposed', 'approved', 'rejected', 'withdrawn'] as const).map(beside)).toEqual([
			false,
			false,
			true,
			true
		]);
	});

	test('must be in other words', () => {
		expect(proposedQuotation({ ...base, wording: original }, text)).toEqual({
			ok: false,
			refusal: 'same-words'
		});
	});

	test('is approved or rejected by somebody else, with a reason', () => {
		expect(decidedQuotation(proposed, decision)).toEqual({
			ok: true,
			value: { ...base, state: 'approved', decided }
		});
		expect(decidedQuotation(proposed, { ...decision, isApproved: false })).toEqual({
			ok: true,
			value: { ...base, state: 'rejected', decided }
		});
		expect(decidedQuotation(proposed, { ...decision, by: 'samordnaren' })).toEqual({
			ok: false,
			refusal: 'same-person'
		});
	});

	test('is judged again when it is approved, and may always be rejected', () => {
		const copied: Quotation = { ...base, wording: original, state: 'proposed' };
		expect(decidedQuotation(copied, decision)).toEqual({ ok: false, refusal: 'same-words' });
		expect(decidedQuotation(copied, { ...decision, isApproved: false }).ok).toBe(true);
	});

	test('is decided once', () => {
		const approved: Quotation = { ...base, state: 'approved', decided };
		expect(decidedQuotation(approved, decision)).toEqual({ ok: false, refusal: 'already-decided' });
	});

	test('is taken back while it waits or is approved', () => {
		const step = { by: 'samordnaren', at: later };
		const approved: Quotation = { ...base, state: 'approved', decided };
		expect(withdrawnQuotation(proposed, step)).toEqual({
			ok: true,
			value: { ...base, state: 'withdrawn', withdrawn: step }
		});
		const taken = withdrawnQuotation(approved, step);
		expect(taken).toEqual({ ok: true, value: { ...base, state: 'withdrawn', withdrawn: step, decided } });
		expect(taken.ok && withdrawnQuotation(taken.value, step)).toEqual({
			ok: false,
			refusal: 'already-withdrawn'
		});
		expect(withdrawnQuotation({ ...base, state: 'rejected', decided }, step)).toEqual({
			ok: false,
			refusal: 'already-rejected'
		});
	});
});
