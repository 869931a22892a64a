import { sectorName } from '#lib/organisations/sector.ts';
import type { CellPlan } from '#lib/disclosure/tables/indicatorTable.ts';
import type { TableSet } from './tableSet.ts';
import type { SectorRound } from './unitAnswers.ts';
import type { ResponseFigures } from './unitResponse.ts';

/** "6 av 9 enheter svarade" */
export function baseText(response: Pick<ResponseFigures, 'asked' | 'answered'>): string {
	return `${response.answered} av ${response.asked} ${response.asked === 1 ? 'enhet' : 'enheter'} svarade`;
}

/** The base of a table over all sectors. */
export function baseTextOfAll(rounds: readonly SectorRound[]): string {
	return baseText({
		asked: rounds.reduce((sum, round) => sum + round.answers.response.asked, 0),
		answered: rounds.reduce((sum, round) => sum + round.answers.response.answered, 0)
	});
}

export const responseMeasures = [
	{ id: 'tillfragade', title: 'Tillfrågade' },
	{ id: 'svarade', title: 'Svarade' },
	{ id: 'bortfall', title: 'Svarade inte' }
] as const;

export type ResponseMeasure = (typeof responseMeasures)[number]['id'];

/** Who was asked and who answered, by sector. */
export function addResponseTable(set: TableSet, rounds: readonly SectorRound[]): void {
	const perSector = rounds.map((round) => ({ round, keys: addResponse(set, round) }));
	const totals = responseMeasures.map(({ id, title }) => {
		const parts = perSector.map(({ keys }) => keys[id]);
		const year = rounds[0]?.year ?? 0;
		const value = rounds.reduce((sum, round) => sum + measuresOf(round.answers.response)[id], 0);
		const key = set.cell({
			key: `${year}/svar/alla/${id}`,
			value,
			rule: 'open',
			known: { least: value, most: value },
			label: `Alla sektorer: ${title.toLowerCase()}, ${year}`
		});
		set.relate(key, parts);
		return key;
	});
	set.table({
		id: 'svarande',
		title: 'Tillfrågade och svarande enheter',
		unit: 'enheter',
		base: baseTextOfAll(rounds),
		notes: [],
		columns: responseMeasures.map(({ id, title }) => ({ id, title, kind: 'number' })),
		rows: [
			...perSector.map(({ round, keys }) => ({
				id: round.answers.sector,
				title: sectorName[round.answers.sector],
				cells: responseMeasures.map(({ id }): CellPlan => ({ kind: 'count', key: keys[id] }))
			})),
			{ id: 'alla', title: 'Alla sektorer', cells: totals.map((key): CellPlan => ({ kind: 'count', key })) }
		]
	});
}

function measuresOf({
	asked,
	answered
}: Pick<ResponseFigures, 'asked' | 'answered'>): Record<ResponseMeasure, number> {
	return { tillfragade: asked, svarade: answered, bortfall: Math.max(0, asked - answered) };
}

export function responseKey(round: SectorRound, measure: ResponseMeasure): string {
	return `${round.year}/svar/${round.answers.sector}/${measure}`;
}

type ResponseKeys = Readonly<Record<ResponseMeasure, string>>;

/** Each round's in each report: every question's answers are parts of them. */
const addedTo = new WeakMap<TableSet, Map<SectorRound, ResponseKeys>>();

/** The numbers of a sector’s asked and answering units, which are always shown. */
export function addResponse(set: TableSet, round: SectorRound): ResponseKeys {
	const added = addedTo.get(set) ?? new Map<SectorRound, ResponseKeys>();
	addedTo.set(set, added);
	const keys =
		added.get(round) ??
		addMeasures(set, round.answers.response, (measure) => ({
			key: responseKey(round, measure),
			label: `${sectorName[round.answers.sector]}: ${measure}, ${round.year}`
		}));
	added.set(round, keys);
	return keys;
}

/** Asked, answered and the difference, each known exactly, tied to one another. */
export function addMeasures(
	set: TableSet,
	response: Pick<ResponseFigures, 'asked' | 'answered'>,
	named: (measure: ResponseMeasure) => { readonly key: string; readonly label: string }
): Record<ResponseMeasure, string> {
	const values = measuresOf(response);
	const add = (measure: ResponseMeasure): string => {
		const value = values[measure];
		return set.cell({ ...named(measure), value, rule: 'open', known: { least: value, most: value } });
	};
	const keys = { tillfragade: add('tillfragade'), svarade: add('svarade'), bortfall: add('bortfall') };
	set.relate(keys.tillfragade, [keys.svarade, keys.bortfall]);
	return keys;
}
