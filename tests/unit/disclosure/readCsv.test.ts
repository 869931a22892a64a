import { expect, it } from 'vitest';
import { parseCsv } from '#lib/server/disclosure/csv.ts';

it('reads quoted fields, doubled quotes and empty last fields as RFC 4180 has them', () => {
	expect(parseCsv('a,"b, c","d ""e"""\r\n1,,\n"rad\nbrytning",2,3')).toEqual([
		['a', 'b, c', 'd "e"'],
		['1', '', ''],
		['rad\nbrytning', '2', '3']
	]);
});
