import { roundName } from '#lib/rounds/roundName.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import { writtenDay } from '#lib/shared/writtenDay.ts';
import type { CouncilDocument } from '../lagesbild.ts';
import { paragraphsOf } from '../lagesbildTexts.ts';
import { moverText, ordinalText, type Clause, type Motion, type MotionAnswer } from './motion.ts';
import type { MotionTexts } from './motionTexts.ts';

/** The answer to a motion as a council document: its own parts beside those of every tjänsteskrivelse. */
export interface MotionDocument extends CouncilDocument {
	readonly municipality: string;
	readonly summary: readonly string[];
	/** The att-satser, as the motion has them. */
	readonly clauses: readonly string[];
	/** What each att-sats is linked to and answered by. */
	readonly answers: readonly string[];
	readonly matter: readonly string[];
	readonly goals: readonly string[];
	readonly codetermination: readonly string[];
}

export interface MotionDocumentInput {
	readonly municipality: string;
	readonly motion: Motion;
	readonly texts: MotionTexts;
	readonly today: CalendarDate;
}

/** The body whose points are drafted from the att-satser when nobody has written them. */
const decidingBody = 'kommunfullmäktige';

const withReason = (point: string, reason: string) => {
	const words = reason.trim().replace(/\.$/, '');
	return words === '' ? `${point}.` : `${point} med hänvisning till ${words}.`;
};

const pointOf: Readonly<Record<MotionAnswer, (what: string, form: 'motion' | 'clause') => string>> = {
	bifall: (what) => `att bifalla ${what}`,
	avslag: (what) => `att avslå ${what}`,
	besvarad: (what, form) => `att anse ${what} ${form === 'motion' ? 'besvarad' : 'besvarat'}`,
	avskriven: (what) => `att avskriva ${what} från vidare handläggning`
};

function isAnsweredAsOne(clauses: readonly Clause[]): boolean {
	const [first, ...rest] = clauses;
	return (
		first !== undefined &&
		rest.every(
			(clause) =>
				clause.proposedAnswer === first.proposedAnswer && clause.reason.trim() === first.reason.trim()
		)
	);
}

/** One point for each att-sats that has an answer; one for the motion where all are answered alike. */
export function proposedPoints({ clauses }: Pick<Motion, 'clauses'>): string[] {
	const [first] = clauses;
	if (first?.proposedAnswer && isAnsweredAsOne(clauses)) {
		return [withReason(pointOf[first.proposedAnswer]('motionen', 'motion'), first.reason)];
	}
	return clauses.flatMap(({ place, proposedAnswer, reason }) =>
		proposedAnswer === null
			? []
			: [withReason(pointOf[proposedAnswer](`motionens ${ordinalText(place)} förslag`, 'clause'), reason)]
	);
}

function listed(parts: readonly string[]): string {
	return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} och ${parts.at(-1) ?? ''}`;
}

const countWords = ['inget', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio'];

function summaryDraft({ movers, receivedOn, clauses, title }: Motion): string[] {
	const count = clauses.length;
	const number = countWords[count] ?? String(count);
	const who = movers.length === 0 ? 'Motionärerna' : listed(movers.map(moverText));
	return [
		`${who} har i motionen ”${title}”, väckt den ${writtenDay(receivedOn)}, lagt fram ${number} förslag. Skrivelsen redovisar vad som har kommit fram vid beredningen.`
	];
}

/** What an att-sats is linked to, in words; empty when there is nothing. */
function clauseLinksText({ rounds, measures, legalBasis }: Clause): string {
	const years = listed(rounds.map(roundName));
	const survey = rounds.length > 1 ? `kartläggningarna ${years}` : `kartläggningen ${years}`;
	const planned = measures.map((each) => `åtgärden ”${each.text}” i åtgärdsplanen ${roundName(each)}`);
	return [
		...(rounds.length > 0 ? [survey] : []),
		...planned,
		...(legalBasis === null ? [] : [legalBasis])
	].join(' samt med ');
}

function linkSentences({ clauses }: Motion): string[] {
	return clauses.flatMap((clause) => {
		const links = clauseLinksText(clause);
		return links === '' ? [] : [`Motionens ${ordinalText(clause.place)} förslag hör ihop med ${links}.`];
	});
}

function documentsOf({ motion, texts }: MotionDocumentInput, date: CalendarDate): string[] {
	return [`Tjänsteskrivelse, ${date}`, ...texts.basis, `Motion: ${motion.title}, ${motion.receivedOn}`];
}

/** The answer to a motion: what was written, and where nothing was, a draft from the register. */
export function motionDocument(input: MotionDocumentInput): MotionDocument {
	const { municipality, motion, texts, today } = input;
	const { council } = texts;
	const date = texts.date === '' ? today : texts.date;
	const written = (text: string, draft: readonly string[]) =>
		text.trim() === '' ? draft : paragraphsOf(text);
	return {
		municipality,
		administration: texts.administrations.join(', '),
		date,
		diarienummer: motion.diarienummer,
		officer: council.officer,
		recipient: council.recipient,
		heading: council.heading,
		proposals: council.proposals.map(({ body, points }) => ({
			body,
			points:
				points.length === 0 && body.trim().toLowerCase() === decidingBody ? proposedPoints(motion) : points
		})),
		summary: written(texts.summary, summaryDraft(motion)),
		background: paragraphsOf(council.background),
		clauses: motion.clauses.map(({ wording }) => wording),
		answers: linkSentences(motion),
		matter: paragraphsOf(texts.matter),
		consultation: paragraphsOf(council.consultation),
		bestInterestsOfChild: paragraphsOf(council.bestInterestsOfChild),
		genderEquality: paragraphsOf(council.genderEquality),
		economy: paragraphsOf(council.economy),
		goals: paragraphsOf(texts.goals),
		codetermination: paragraphsOf(texts.codetermination),
		signatures: council.signatures,
		sentTo: council.sentTo,
		documents: documentsOf(input, date)
	};
}
