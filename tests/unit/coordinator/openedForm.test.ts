import { describe, expect, it } from 'vitest';
import { changedMeanwhile, openedWith } from '../../../src/routes/(coordinator)/openedForm.ts';

const before = { name: 'Norrskolan', size: 400, note: 'Två\nrader', activeTo: null };
const sent = (typed: Readonly<Record<string, string>>) => ({
	name: 'Norrskolan',
	size: '400',
	note: 'Två\r\nrader',
	activeTo: '',
	opened: openedWith(before),
	...typed
});

describe('a form that was opened before somebody else saved', () => {
	it('is taken when nothing has been changed since, or what was changed is what it says', () => {
		expect(changedMeanwhile(sent({ name: 'Nya skolan' }), before)).toBe(null);
		expect(changedMeanwhile(sent({ name: 'Nya skolan' }), { ...before, name: 'Nya skolan' })).toBe(null);
	});

	it('comes back with what the other saved, and with one’s own changes beside it', () => {
		const now = { ...before, size: 420 };
		const shown = changedMeanwhile(sent({ name: 'Nya skolan' }), now);
		expect(shown).toMatchObject({ errors: [], typed: { name: 'Nya skolan', size: '420' } });
		expect(shown?.message).toContain('har ändrats sedan du öppnade sidan');
		const again = { ...shown?.typed, opened: openedWith(now) };
		expect(changedMeanwhile(again, now)).toBe(null);
	});

	it('says of a field that both have changed that it is one’s own that stands there', () => {
		expect(changedMeanwhile(sent({ size: '410' }), { ...before, size: 420 })).toMatchObject({
			errors: [
				{ field: 'size', message: 'Har ändrats av någon annan medan du skrev. Här står det du skrev' }
			],
			typed: { size: '410' }
		});
	});

	it('is read as it is without a word of how it was opened', () => {
		for (const opened of ['', 'x', '[1]', '{"name":1}'])
			expect(changedMeanwhile(sent({ opened }), { ...before, size: 420 })).toBe(null);
	});
});
