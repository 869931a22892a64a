import { sectors, type Sector } from '#lib/organisations/sector.ts';
import type { Printed, PrintedReport } from './printedReport.ts';
import { sumOfAll, type PublishedSector, type SectorModel } from './sectorModel.ts';

/** The other sectors whose sum of a target group is printed as one with the sum of a model's sector, in any year. */
export function partnersOf(model: SectorModel): { readonly sector: Sector; readonly group: string }[] {
	return model.years.flatMap(({ report, counted }) =>
		groupsOf(model).flatMap((group) =>
			linesOf(report, group)
				.filter(({ names, printed }) => isPairOf(names, counted.sector) && typeof printed === 'number')
				.flatMap(({ names }) => sectors.filter((one) => one !== counted.sector && names.includes(one)))
				.map((sector) => ({ sector, group }))
		)
	);
}

/** The sectors' sums of a target group, printed together or two as one. A sector without a model is known by its sum only. */
export function addFrames(models: readonly SectorModel[]): void {
	const added = new Set<string>();
	const reports: PrintedReport[] = [];
	for (const model of models)
		for (const published of model.years) {
			const { report } = published;
			if (!reports.includes(report)) reports.push(report);
			for (const group of groupsOf(model)) {
				const name = `${String(reports.indexOf(report))}/${group}`;
				if (!added.has(name)) addFrame(models, published, group);
				added.add(name);
			}
		}
}

function groupsOf({ family }: SectorModel): string[] {
	return family.flatMap(({ group }) => group ?? []);
}

/** A line of the table of a target group: a sector, or two that are shown as one (`polis+socialtjanst`). */
function linesOf(report: PrintedReport, group: string) {
	const table = `kannedom-${group}`;
	return (report.table(table)?.rows ?? [])
		.filter(({ id }) => id !== 'alla')
		.map(({ id }) => ({ names: id.split('+'), printed: report.number(table, id, 'summa') }));
}

function isPairOf(names: readonly string[], sector: string): boolean {
	return names.length > 1 && names.includes(sector);
}

/** The most that all sectors know of together, where it is printed. */
function sumOfSectors(report: PrintedReport, group: string): number | undefined {
	return report.interval(`kannedom-${group}`, 'alla', 'intervall')?.high;
}

function addFrame(models: readonly SectorModel[], { report, zeros }: PublishedSector, group: string): void {
	const [first] = models;
	if (!first) return;
	const { program } = first;
	const together = sumOfSectors(report, group);
	const sums = new Map<string, number>(models.flatMap((model) => sumOfGroup(model, { report, group })));
	const lines = linesOf(report, group);
	const pairs = lines.filter(({ names, printed }) => names.length > 1 && typeof printed === 'number');
	const isAsked = (name: string): boolean =>
		together !== undefined || pairs.some((pair) => isPairOf(pair.names, name));
	for (const { names, printed } of lines.filter(({ names }) => names.length === 1)) {
		const [name = ''] = names;
		// A line without a number is of a sector in which no unit gave one.
		if (sums.has(name) || printed === undefined || !isAsked(name)) continue;
		sums.set(name, sumOfOther(first, { printed, zeros, most: together ?? first.mostTogether }));
	}
	for (const { names, printed } of pairs)
		program.equals(sumOfAll(names.flatMap((name) => sums.get(name) ?? [])), Number(printed));
	if (together !== undefined) program.equals(sumOfAll([...sums.values()]), together);
}

/** The sum of a sector without a model, as it is printed. */
function sumOfOther(
	{ program }: SectorModel,
	{
		printed,
		zeros,
		most
	}: { readonly printed: Printed; readonly most: number } & Pick<PublishedSector, 'zeros'>
): number {
	const sum = program.variable(0, most);
	if (typeof printed === 'number') program.equals([[sum, 1]], printed);
	else if (zeros === 'open') program.raiseTo(sum, 1);
	return sum;
}

/** The sum of a model's count of the group in the year of a report. */
function sumOfGroup(
	model: SectorModel,
	{ report, group }: { readonly report: PrintedReport; readonly group: string }
): [Sector, number][] {
	const year = model.years.findIndex((one) => one.report === report);
	const code = model.codeOf(group);
	return year === -1 || code === undefined ? [] : [[model.at(year).sector, model.countOf(code, year).sum]];
}
