import type { TextFieldPlan } from '#lib/components/texts/textFieldPlan.ts';

/** What the answer to a motion has beside the parts of every tjänsteskrivelse. */
export const motionTexts = {
	heading: [
		{
			name: 'date',
			label: 'Datum',
			hint: 'I formen ÅÅÅÅ-MM-DD. Lämna tomt för den dag då svaret hämtas.',
			rows: 1
		},
		{
			name: 'administrations',
			label: 'Förvaltningar',
			hint: 'De som har skrivit svaret. En på varje rad.',
			rows: 2
		},
		{ name: 'council.heading', label: 'Rubrik', rows: 1 },
		{ name: 'council.officer', label: 'Handläggare', rows: 1 },
		{ name: 'council.recipient', label: 'Mottagare', rows: 1 }
	],
	summary: [
		{
			name: 'summary',
			label: 'Sammanfattning',
			hint: 'Vad som har hänt och varför, inte förslaget. Lämna tomt för en mening ur registret.',
			rows: 4
		},
		{
			name: 'basis',
			label: 'Beslutsunderlag utöver tjänsteskrivelsen och motionen',
			hint: 'Med datum. Ett på varje rad.',
			rows: 3
		}
	],
	matter: [
		{ name: 'council.background', label: 'Bakgrund', hint: 'Att-satserna skrivs ut efteråt.', rows: 4 },
		{ name: 'matter', label: 'Föredragning', hint: 'Vad som har kommit fram vid beredningen.', rows: 14 },
		{ name: 'council.consultation', label: 'Beredning och samråd', rows: 4 },
		{ name: 'council.bestInterestsOfChild', label: 'Barnets bästa', rows: 4 },
		{ name: 'council.genderEquality', label: 'Jämställdhet', rows: 4 },
		{ name: 'goals', label: 'Kommunala mål', rows: 3 },
		{ name: 'council.economy', label: 'Ekonomiska konsekvenser', rows: 3 },
		{
			name: 'codetermination',
			label: 'Information eller förhandling enligt lag (1976:580) om medbestämmande i arbetslivet',
			rows: 2
		}
	]
} as const satisfies Readonly<Record<string, readonly TextFieldPlan[]>>;
