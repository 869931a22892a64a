import { expect, test } from 'vitest';
import { closing } from '#lib/server/export/closing.ts';
import { sampleLagesbild } from '../../support/sampleLagesbild.ts';

test.each(['Lag (2023:196), 4 §', 'Lag (2023:196), 4 §.'])(
	'the law stands as one sentence: %s',
	(legalBasis) => {
		const lagesbild = sampleLagesbild();
		const [law] = closing({ ...lagesbild, series: { ...lagesbild.series, legalBasis } }).sections;
		expect(law).toEqual({
			title: 'Rättslig grund',
			blocks: [{ kind: 'paragraph', text: 'Lag (2023:196), 4 §.' }]
		});
	}
);
