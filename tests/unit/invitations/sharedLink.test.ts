import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colleagueNoteSchema, readStoredNote, storedNote } from '#lib/invitations/sharedLink.ts';

const pages = fc
	.uniqueArray(fc.integer({ min: 0, max: 199 }), { maxLength: 200 })
	.map((places) => places.toSorted((a, b) => a - b));

test('a note comes back as it was stored, in few bytes whatever was typed', () => {
	fc.assert(
		fc.property(
			fc.string({ minLength: 1, maxLength: 100, unit: 'binary' }),
			fc.string({ maxLength: 300 }),
			pages,
			(...[name, task, asked]) => {
				const read = colleagueNoteSchema.safeParse({ name, task, pages: asked });
				if (!read.success) return;
				const stored = storedNote({ kind: 'colleague', ...read.data });
				expect(readStoredNote(stored)).toEqual({ kind: 'colleague', ...read.data });
				expect(Buffer.byteLength(stored)).toBeLessThan(1900);
			}
		)
	);
	expect(readStoredNote(storedNote({ kind: 'approval' }))).toEqual({ kind: 'approval' });
});

test('a note from before links had kinds is a colleague’s, for the whole questionnaire', () => {
	expect(readStoredNote('{"name":"Anna","task":"allt"}')).toEqual({
		kind: 'colleague',
		name: 'Anna',
		task: 'allt',
		pages: []
	});
});

test('line breaks and control characters of a name become blanks', () => {
	const read = colleagueNoteSchema.parse({ name: ' Stat\nistiken\u0001', task: '', pages: [] });
	expect(read.name).toBe('Stat istiken');
});
