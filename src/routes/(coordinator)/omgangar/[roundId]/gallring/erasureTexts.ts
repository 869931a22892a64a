type Obstacle =
	'already-erased' | 'not-decided' | 'under-review' | 'no-rule' | 'too-early' | 'needed-by-later-round';

/** Why a round cannot be erased now. */
export const obstacleText: Readonly<Record<Obstacle, string>> = {
	'already-erased': 'Omgången är redan gallrad.',
	'not-decided':
		'Omgången är inte fastställd. Den kan gallras när lägesbilden är publicerad, eller om den ställs in.',
	'under-review': 'Lägesbilden väntar på granskning. Den måste publiceras eller skickas tillbaka först.',
	'no-rule': 'Omgången har ingen gallringsregel.',
	'too-early': 'Tiden som svaren ska sparas är inte ute.',
	'needed-by-later-round':
		'En senare omgång i serien är inte fastställd och ska jämföras med den här. Fastställ eller ställ in den först.'
};

interface Counts {
	readonly answers: number;
	readonly opinions: number;
	readonly texts: number;
	readonly quotations: number;
	readonly drafts: number;
	readonly links: number;
	readonly messages: number;
	readonly comments: number;
	readonly marks: number;
}

/** What an erasure takes, in numbers. */
export function countRows(counts: Counts): { term: string; text: string }[] {
	return [
		{ term: 'Enheters svar', text: String(counts.answers) },
		{ term: 'Summor av åsikter', text: String(counts.opinions) },
		{ term: 'Fritextsvar', text: String(counts.texts) },
		{ term: 'Citat, med det de bygger på', text: String(counts.quotations) },
		{ term: 'Utkast och kopior', text: String(counts.drafts) },
		{ term: 'Länkar', text: String(counts.links) },
		{ term: 'Mottagare och ämnen i utskick', text: String(counts.messages) },
		{ term: 'Anteckningar och skäl till mer tid', text: String(counts.comments) },
		{ term: 'Enheters dagar för öppnat och påbörjat', text: String(counts.marks) }
	];
}
