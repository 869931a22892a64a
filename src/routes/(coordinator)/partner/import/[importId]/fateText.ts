import type { Fate } from '#lib/organisations/register/rowFate.ts';

interface FateWords {
	readonly text: string;
	readonly meaning: string;
	readonly tone: 'neutral' | 'active' | 'waiting' | 'done';
}

export const fateText: Readonly<Record<Fate, FateWords>> = {
	new: { text: 'Ny', meaning: 'Något läggs till i registret', tone: 'active' },
	changed: { text: 'Ändrad', meaning: 'Något som står i registret skrivs om', tone: 'done' },
	unchanged: { text: 'Oförändrad', meaning: 'Allt står redan så', tone: 'neutral' },
	refused: { text: 'Vägras', meaning: 'Raden skrivs inte', tone: 'waiting' }
};
