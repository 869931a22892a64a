import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTyped } from '#lib/responses/mergeTyped.ts';

const stored = new Map([
	['antal', ['12']],
	['val', ['a', 'b']],
	['text', []]
]);
const held = [
	['antal', '12'],
	['val', 'a'],
	['val', 'b']
];

describe('A page posted by its script', () => {
	test('changes only the fields that were changed in it', () => {
		const posted = [
			['antal', ''],
			['text', 'ny'],
			['till', 'nasta']
		] as const;
		expect(mergeTyped(posted, stored, new Map([['text', ['']]]))).toEqual({
			form: [['antal', '12'], ['text', 'ny'], ['till', 'nasta'], ...held.slice(1)],
			conflicts: []
		});
	});

	test('empties a field that was emptied in it', () => {
		const merged = mergeTyped(
			[['antal', '']],
			stored,
			new Map([
				['antal', ['12']],
				['val', ['a\nb']]
			])
		);
		expect(merged).toEqual({ form: [['antal', '']], conflicts: [] });
	});

	test('keeps what another window has saved in the same field, and tells', () => {
		const merged = mergeTyped([['antal', '7']], stored, new Map([['antal', ['', '5']]]));
		expect(merged.conflicts).toEqual([{ field: 'antal', stored: '12' }]);
		expect([...merged.form]).toEqual(held);
	});

	test('finds no conflict where both have written the same', () => {
		const merged = mergeTyped([['antal', '12']], stored, new Map([['antal', ['']]]));
		expect(merged.conflicts).toEqual([]);
	});

	test('takes a field that the draft does not show', () => {
		const merged = mergeTyped([['nytt', 'x']], new Map(), new Map([['nytt', ['']]]));
		expect(merged).toEqual({ form: [['nytt', 'x']], conflicts: [] });
	});
});

const texts = fc.constantFrom('', '1', '2', '3');
const page = fc.record({ a: texts, b: texts, c: texts, d: texts });
const asStored = (fields: Readonly<Record<string, string>>) =>
	new Map(Object.entries(fields).map(([field, text]) => [field, text === '' ? [] : [text]]));

test('two windows that change different fields lose nothing of each other, in either order', () => {
	fc.assert(
		fc.property(page, page, page, (start, one, other) => {
			const first = { ...start, a: one.a, b: one.b };
			const second = { ...start, c: other.c, d: other.d };
			const save = (draft: Record<string, string>, typed: Record<string, string>, names: string[]) => {
				const changes = new Map(names.map((name) => [name, [start[name as keyof typeof start]]]));
				const { form, conflicts } = mergeTyped(Object.entries(typed), asStored(draft), changes);
				expect(conflicts).toEqual([]);
				return { a: '', b: '', c: '', d: '', ...(Object.fromEntries(form) as Record<string, string>) };
			};
			const expected = { a: one.a, b: one.b, c: other.c, d: other.d };
			expect(save(save(start, first, ['a', 'b']), second, ['c', 'd'])).toEqual(expected);
			expect(save(save(start, second, ['c', 'd']), first, ['a', 'b'])).toEqual(expected);
		})
	);
});
