import { expect, test } from 'vitest';
import { sanitizeHtml } from '#lib/instruments/compile/sanitizeHtml.ts';
import { proseOf } from '#lib/responses/sheetProse.ts';

function prose(source: string) {
	const sanitized = sanitizeHtml(source);
	if (!sanitized.ok) throw new Error(sanitized.message);
	return proseOf(sanitized.html).map(({ kind, runs }) => [
		kind,
		...runs.map(({ text, isStrong }) => (isStrong ? `*${text}*` : text))
	]);
}

test('headings, paragraphs, lists and words with their meanings keep their kind', () => {
	const source =
		'<h2>Orden</h2><p>Läs <strong>allt</strong> &amp; svara.</p><ul><li>Ett</li><li>Två</li></ul><dl><dt>Barn</dt><dd>Under 18</dd></dl>';
	expect(prose(source)).toEqual([
		['heading', 'Orden'],
		['paragraph', 'Läs ', '*allt*', ' & svara.'],
		['item', 'Ett'],
		['item', 'Två'],
		['term', 'Barn'],
		['description', 'Under 18']
	]);
});

test('text outside any block is a paragraph, and a link is its words', () => {
	expect(prose('Se <a href="https://x.example">sidan</a>.<p>Mer<br>text</p> ')).toEqual([
		['paragraph', 'Se ', 'sidan', '.'],
		['paragraph', 'Mer', '\n', 'text']
	]);
});

test('characters written by number or name are the characters; what nobody knows stays as written', () => {
	expect(prose('<p>&#229;&#xE4;&nbsp;&lt;b&gt; &okand; &#999999;</p>')).toEqual([
		['paragraph', 'åä\u00a0<b> &okand; \u{f423f}']
	]);
});
