import { expect, test } from 'vitest';
import { breakable } from '#lib/components/questions/breakable.ts';

test('words that are written together with a stroke may part after it, fractions and dates may not', () => {
	expect(breakable('Beroende-/hemlöshetsorganisation')).toBe('Beroende-/\u200bhemlöshetsorganisation');
	expect(breakable('Läsåret 2024/2025, 1/2')).toBe('Läsåret 2024/2025, 1/2');
	expect(breakable('Vet ej')).toBe('Vet ej');
});
