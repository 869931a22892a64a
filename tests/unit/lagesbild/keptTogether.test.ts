import { expect, test } from 'vitest';
import { keptTogether } from '#lib/lagesbild/keptTogether.ts';

test.each([
	['Enligt 5 kap. 35 § kommunallagen', 'Enligt 5\u00a0kap.\u00a035\u00a0§ kommunallagen'],
	['4–6 §§ lagen (2023:196)', '4–6\u00a0§§ lagen (2023:196)'],
	['4 a § och 13 §', '4\u00a0a\u00a0§ och 13\u00a0§'],
	['§ 88, KS 2026/0412', '§\u00a088, KS 2026/0412'],
	['paragrafen (§) saknas', 'paragrafen (§) saknas'],
	['sedan den 1 juli 2025', 'sedan den 1 juli 2025']
])('%j is set as %j', (written, set) => {
	expect(keptTogether(written)).toBe(set);
	expect(keptTogether(set)).toBe(set);
});
