import type { ValueFate } from '#lib/reference/planValues.ts';

interface FateWords {
	readonly text: string;
	readonly meaning: string;
	readonly tone: 'neutral' | 'active' | 'waiting' | 'done';
}

export const valueFateText: Readonly<Record<ValueFate, FateWords>> = {
	new: { text: 'Nytt', meaning: 'Värdet läggs till i serien', tone: 'active' },
	changed: { text: 'Ändrat', meaning: 'Ett värde i serien skrivs om', tone: 'done' },
	unchanged: { text: 'Oförändrat', meaning: 'Värdet står redan så', tone: 'neutral' },
	passed: { text: 'Förbigås', meaning: 'Kommunen är inte bland dem som jämförs', tone: 'neutral' },
	refused: { text: 'Vägras', meaning: 'Värdet går inte att läsa', tone: 'waiting' }
};
