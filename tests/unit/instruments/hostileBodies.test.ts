import { describe, expect, it } from 'vitest';
import { maximumErrors } from '#lib/instruments/answers/answerErrors.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { hostileBody } from '../../support/hostileBodies.ts';
import { kitchenSink } from '../../support/kitchenSink.ts';
import { compiled } from '../../support/questionnaireBuilder.ts';

// `npm run bench -- answers` times 10 000 of them.
describe('A hostile body', () => {
	it('is refused, with a bounded list of faults', { timeout: 60_000 }, () => {
		const instrument = compiled(kitchenSink);
		for (let number = 0; number < 200; number += 1) {
			const { errors } = validateAnswers(instrument, hostileBody(number));
			expect(errors.length).toBeGreaterThan(0);
			expect(errors.length).toBeLessThanOrEqual(maximumErrors + 20);
		}
	});
});
