import { lagesbildRound } from '#lib/lagesbild/lagesbildAddress.ts';
import { cellText } from '#lib/lagesbild/cellText.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import type { Nulagesbild } from '#lib/lagesbild/readers/nulagesbild.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { writtenPeriod } from '#lib/shared/writtenDay.ts';
import { roomyShares } from './columnShares.ts';
import { printable, printPdf } from './typstPrinter.ts';

type BriefBlock =
	| { readonly kind: 'heading' | 'paragraph' | 'small'; readonly text: string }
	| { readonly kind: 'list' | 'questions'; readonly items: readonly string[] }
	| { readonly kind: 'problems'; readonly items: Nulagesbild['problems'] }
	| { readonly kind: 'own'; readonly items: NonNullable<Nulagesbild['own']> }
	| {
			readonly kind: 'table';
			readonly title: string;
			readonly shares: readonly number[];
			readonly columns: readonly { readonly title: string; readonly kind: string }[];
			readonly rows: readonly {
				readonly title: string;
				readonly group: string;
				readonly cells: readonly string[];
			}[];
	  };

/** The two pages as the template is given them. */
interface PrintedNulagesbild {
	readonly title: string;
	readonly kicker: string;
	readonly lead: string;
	readonly author: string;
	/** YYYY-MM-DD */
	readonly date: string;
	readonly footer: string;
	readonly first: readonly BriefBlock[];
	readonly second: readonly BriefBlock[];
	/** Over the lines to write on. */
	readonly notes: string;
}

function tableBlock(table: ReleasedTable | null): BriefBlock[] {
	if (!table) return [];
	return [
		{
			kind: 'table',
			title: `${table.title} (${table.unit})`,
			shares: roomyShares(table),
			columns: table.columns.map(({ title, kind }) => ({ title, kind })),
			rows: table.rows.map((row) => ({
				title: row.title,
				group: row.group ?? '',
				cells: row.cells.map(cellText)
			}))
		}
	];
}

const heading = (text: string): BriefBlock => ({ kind: 'heading', text });
const small = (text: string): BriefBlock => ({ kind: 'small', text });

/** The municipality's own questions, with who answered in grey. */
function ownBlocks({ own = [], ownNote = '' }: Nulagesbild): BriefBlock[] {
	if (own.length === 0) return [];
	return [
		heading('Frågor som kommunen har lagt till'),
		{
			kind: 'own',
			items: own.map(({ question, base, answer }) => ({ question, base: `(${base})`, answer: `${answer}.` }))
		},
		...(ownNote === '' ? [] : [small(ownNote)])
	];
}

function firstPage(nulage: Nulagesbild): BriefBlock[] {
	const { numbers, limits, changes, changeNotes, crimes } = nulage;
	return [
		heading('Talen som betyder mest'),
		...tableBlock(numbers),
		...limits.map(small),
		heading('Det här har förändrats'),
		...tableBlock(changes),
		...changeNotes.map(small),
		...tableBlock(crimes),
		...ownBlocks(nulage)
	];
}

function secondPage(nulage: Nulagesbild): BriefBlock[] {
	const { problems, unknown, questions, measures, measureNote } = nulage;
	return [
		...(problems.length > 0
			? [heading('Det viktigaste i analysen'), { kind: 'problems', items: problems } as const]
			: []),
		...(unknown.length > 0
			? [heading('Det här vet vi inte'), { kind: 'list', items: unknown } as const]
			: []),
		heading('Frågor för dialogen'),
		{ kind: 'questions', items: questions },
		heading('Överenskomna åtgärder'),
		...tableBlock(measures),
		...(measureNote === '' ? [] : [small(measureNote)])
	];
}

/** The nulägesbild of a lägesbild as it is printed. */
export function printNulagesbild(lagesbild: Lagesbild, nulage: Nulagesbild): PrintedNulagesbild {
	const { approval, council, municipality, period, responsible, series, version } = lagesbild;
	const standing = approval
		? `version ${String(version)}, fastställd ${approval.approvedOn}`
		: `version ${String(version)}, utkast`;
	return {
		title: `Nulägesbild ${lagesbildRound(lagesbild)}`,
		kicker: `${series.title} · ${municipality.name}`,
		lead: `Underlag för dialogen mellan kommunen och polisen. Uppgifterna gäller ${writtenPeriod(period.from, period.to)} och står i lägesbilden med tabeller, metod och källor.`,
		author: municipality.name,
		date: approval?.publishedOn ?? council.date,
		footer: `Ur lägesbild ${lagesbildRound(lagesbild)}, ${standing}. ${responsible.coordinator}, ${responsible.email}`,
		first: firstPage(nulage),
		second: secondPage(nulage),
		notes: 'Vi kommer överens om'
	};
}

/**
 * The nulägesbild as a tagged PDF of two pages, under the same standards as the lägesbild; null for a version of an
 * earlier program, which has none.
 */
export async function renderNulagesbild(lagesbild: Lagesbild): Promise<Uint8Array | null> {
	const nulage = lagesbild.readers?.nulagesbild;
	if (!nulage) return null;
	return await printPdf('nulagesbild.typ', await printable(printNulagesbild(lagesbild, nulage)));
}
