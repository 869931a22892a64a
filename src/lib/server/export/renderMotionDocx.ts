import type { CouncilDocument } from '#lib/lagesbild/lagesbild.ts';
import type { MotionDocument } from '#lib/lagesbild/uppdrag/motionDocument.ts';
import { unfinishedColumns } from '#lib/lagesbild/uppdrag/unfinishedMotions.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { Municipality } from '../organisations/municipalityStore.ts';
import { bullets, heading, numbered, paragraph, type DocumentBlock } from './councilWords.ts';
import { councilFile, enclosures, opening, part, proposals, recipients, signatures } from './councilParts.ts';
import { mapWords } from '#lib/lagesbild/mapWords.ts';
import { wellFormedText } from './printableText.ts';
import { wordsTable } from './wordsTable.ts';

/** Above every list of numbered points: each deciding body's points have a number of their own. */
const clauseInstance = 100;

function matter(motion: MotionDocument): DocumentBlock[] {
	const { background, clauses, answers } = motion;
	return [
		heading(1, 'Ärendet'),
		heading(2, 'Bakgrund'),
		...background.map((text) => paragraph(text)),
		paragraph('I motionen föreslås fullmäktige besluta', { keepNext: true }),
		...numbered(clauses, clauseInstance),
		...(answers.length > 0 ? bullets(answers) : []),
		...(motion.matter.length > 0
			? [heading(2, 'Föredragning'), ...motion.matter.map((text) => paragraph(text))]
			: [])
	];
}

const codeterminationTitle =
	'Information eller förhandling enligt lag (1976:580) om medbestämmande i arbetslivet';

/** The answer to a motion, in the order of the councils' own (brief.md § 3.1). */
export async function renderMotionDocx(written: MotionDocument): Promise<Uint8Array> {
	const motion = mapWords(written, wellFormedText);
	return await councilFile(
		{ municipality: motion.municipality, subject: 'Svar på motion', council: motion },
		[
			...opening(motion),
			heading(1, 'Förslag till beslut'),
			...proposals(motion),
			...part('Sammanfattning', motion.summary),
			heading(1, 'Beslutsunderlag'),
			...bullets(motion.documents),
			...matter(motion),
			...part('Beredning och samråd', motion.consultation),
			...part('Barnets bästa', motion.bestInterestsOfChild),
			...part('Jämställdhet', motion.genderEquality),
			...part('Kommunala mål', motion.goals),
			...part('Ekonomiska konsekvenser', motion.economy),
			...part(codeterminationTitle, motion.codetermination),
			...signatures(motion),
			...recipients(motion),
			...enclosures(motion)
		]
	);
}

/** Parts of the width, column by column. */
const unfinishedShares = [5, 4, 3, 2, 2, 3, 4];

interface UnfinishedList {
	readonly municipality: Municipality;
	readonly today: CalendarDate;
	readonly rows: readonly (readonly string[])[];
}

function listHead({ municipality, today }: UnfinishedList): CouncilDocument {
	return {
		administration: municipality.administration,
		date: today,
		diarienummer: [],
		officer: municipality.coordinatorName,
		recipient: 'Kommunfullmäktige',
		heading: 'Motioner som inte är färdigberedda',
		proposals: [],
		background: [],
		consultation: [],
		bestInterestsOfChild: [],
		genderEquality: [],
		economy: [],
		signatures: [],
		sentTo: [],
		documents: []
	};
}

/** The list that fullmäktige asks for, as a document to put before it. */
export async function renderUnfinishedDocx(written: UnfinishedList): Promise<Uint8Array> {
	const list = mapWords(written, wellFormedText);
	const council = listHead(list);
	const count = list.rows.length;
	return await councilFile({ municipality: list.municipality.name, subject: council.heading, council }, [
		...opening(council),
		paragraph(
			`Den ${list.today} var ${count === 1 ? 'en motion' : `${String(count)} motioner`} i registret inte färdigberedda. Enligt 5 kap. 35 § kommunallagen ska en motion om möjligt beredas så att fullmäktige kan besluta inom ett år från det att den väcktes. Annars ska det som har kommit fram redovisas för fullmäktige inom samma tid.`
		),
		...(count === 0 ? [] : [wordsTable(unfinishedShares, unfinishedColumns, list.rows)])
	]);
}
