import { expect, test } from 'vitest';
import { readProgress } from '#lib/lagesbild/compilationProgress.ts';

test('how far a compilation has come is read from what the server answers', () => {
	expect(readProgress({ step: 'searching', percent: 40 })).toEqual({ step: 'searching', percent: 40 });
});

test.each([
	[null],
	['searching'],
	[{}],
	[{ step: 'sleeping', percent: 4 }],
	[{ step: 'proving', percent: '4' }]
])('%j is nothing under way', (answer) => {
	expect(readProgress(answer)).toBe(null);
});
