/** A text of a document, as its form draws it. */
export interface TextFieldPlan {
	/** The name that the text has among the form's fields. */
	readonly name: string;
	readonly label: string;
	readonly hint?: string;
	readonly rows: number;
}

/** What a tjänsteskrivelse has around its matter, whatever the matter is. */
export const councilTexts: Readonly<Record<'heading' | 'matter', readonly TextFieldPlan[]>> = {
	heading: [
		{ name: 'council.heading', label: 'Rubrik', rows: 1 },
		{ name: 'council.diarienummer', label: 'Diarienummer', hint: 'Ett på varje rad.', rows: 2 },
		{ name: 'council.officer', label: 'Handläggare', rows: 1 },
		{ name: 'council.recipient', label: 'Mottagare', rows: 1 }
	],
	matter: [
		{ name: 'council.background', label: 'Bakgrund', rows: 6 },
		{ name: 'council.consultation', label: 'Beredning och samråd', rows: 4 },
		{ name: 'council.bestInterestsOfChild', label: 'Barnets bästa', rows: 4 },
		{ name: 'council.genderEquality', label: 'Jämställdhet', rows: 4 },
		{ name: 'council.economy', label: 'Ekonomiska konsekvenser', rows: 4 }
	]
};

export const councilLists: readonly TextFieldPlan[] = [
	{
		name: 'council.signatures',
		label: 'Underskrifter',
		hint: 'Namn, komma och befattning. En på varje rad.',
		rows: 3
	},
	{
		name: 'council.sentTo.for_atgard',
		label: 'Skickas för åtgärd till',
		hint: 'En mottagare på varje rad.',
		rows: 3
	},
	{
		name: 'council.sentTo.for_kannedom',
		label: 'Skickas för kännedom till',
		hint: 'En mottagare på varje rad.',
		rows: 3
	}
];
