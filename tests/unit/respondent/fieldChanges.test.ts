import { expect, test } from 'vitest';
import { fieldChanges } from '../../../src/routes/(respondent)/svara/lank/[ref]/sida/[nr]/fieldChanges.ts';

function posted(changes: string): FormData {
	const form = new FormData();
	form.append('andrat', changes);
	return form;
}

test('the page’s script says which fields it changed, and what it knows that they held', () => {
	expect(fieldChanges(posted('{"antal":["","12"],"fri":["a\\nb"]}'))).toEqual(
		new Map([
			['antal', ['', '12']],
			['fri', ['a\nb']]
		])
	);
});

test('a form that a browser posts by itself has no such list', () => {
	expect(fieldChanges(new FormData())).toBe(null);
});

test.each([
	['no JSON', 'antal'],
	['a list', '["antal"]'],
	['texts instead of lists', '{"antal":"12"}'],
	['numbers', '{"antal":[12]}'],
	['more texts than the script remembers', JSON.stringify({ antal: Array(21).fill('') })],
	['a field name that no page has', JSON.stringify({ ['a'.repeat(401)]: [''] })],
	['more than a form may hold', JSON.stringify({ antal: ['a'.repeat(1_000_000)] })]
])('what nobody can read is as no list: %s', (_, text) => {
	expect(fieldChanges(posted(text))).toBe(null);
});
