import {
	askedDifferences,
	isBrokenByRule,
	type ChangeJudgement,
	type Difference,
	type QuestionChange,
	type Verdict
} from '#lib/instruments/comparability/changeJudgement.ts';

const kindText: Readonly<Record<Difference['kind'], string>> = {
	text: 'Frågans text',
	spelling: 'Stavning eller skiljetecken',
	hint: 'Hjälptext',
	type: 'Sättet att svara',
	unit: 'Vad som räknas',
	base: 'Vilka som får frågan',
	option: 'Svarsalternativ',
	order: 'Alternativens ordning',
	row: 'Rad i tabellen',
	column: 'Kolumn i tabellen',
	limits: 'Gränser för svaret',
	requirement: 'Om frågan måste besvaras',
	version: 'Frågans version',
	place: 'Plats i formuläret',
	definition: 'Texten'
};

// What these are written with is for programs: that they have changed is what a person needs to know.
const unreadable: ReadonlySet<Difference['kind']> = new Set([
	'base',
	'limits',
	'requirement',
	'place',
	'type',
	'unit'
]);

export interface WrittenDifference {
	readonly what: string;
	readonly effect: string;
	readonly before: string;
	readonly after: string;
}

const effectText: Readonly<Record<Difference['effect'], string>> = {
	safe: 'serien håller',
	breaks: 'seriebrott',
	ask: 'behöver bedömas'
};

export function writtenDifference({ kind, effect, before, after }: Difference): WrittenDifference {
	const isReadable = !unreadable.has(kind);
	return {
		what: kindText[kind],
		effect: effectText[effect],
		before: isReadable ? before : '',
		after: isReadable ? after : ''
	};
}

export interface Standing {
	readonly text: string;
	readonly tone: 'neutral' | 'waiting' | 'done';
}

/** What the change does to the series, as it stands now. */
export function standingOf(
	change: QuestionChange,
	judgement: Pick<ChangeJudgement, 'verdict'> | null,
	isWaiting: boolean
): Standing {
	if (change.subject === 'question' && change.fate === 'added') return { text: 'Ny fråga', tone: 'neutral' };
	if (change.subject === 'question' && change.fate === 'removed') {
		return { text: 'Frågas inte längre', tone: 'neutral' };
	}
	if (isWaiting) return { text: 'Behöver bedömas', tone: 'waiting' };
	if (isBrokenByRule(change) || judgement?.verdict === 'breaks')
		return { text: 'Seriebrott', tone: 'neutral' };
	if (change.differences.some(({ effect }) => effect === 'breaks'))
		return { text: 'Seriebrott i en del', tone: 'neutral' };
	return { text: 'Serien håller', tone: 'done' };
}

/** The program's own answer: that the series holds only when everything that is asked about says so. */
export function proposedVerdict(change: QuestionChange): Verdict {
	return askedDifferences(change).every(({ proposal }) => proposal === 'holds') ? 'holds' : 'breaks';
}

export function proposalText(change: QuestionChange): string {
	return proposedVerdict(change) === 'holds'
		? 'Programmets förslag: serien håller. Det som skiljer ser ut som rättad stavning eller något som inte ändrar frågans innebörd.'
		: 'Programmets förslag: seriebrott. Orden är andra, och ingen regel säger att de betyder detsamma.';
}
