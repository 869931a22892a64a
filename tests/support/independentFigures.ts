import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { Variable } from '#lib/instruments/instrument.ts';
import { said, stated, variableOf, type Unit } from './saidByUnit.ts';
import type { RoundRows, SectorRows } from './unitRows.ts';

// A second implementation, written from shared/domain/instruments.md (§§ 2.3–2.10) and shared/domain/brief.md (§ 1) and not from
// the program: slow, unit by unit, without cells, keys or relations. It reads answers and nothing that lib/statistics computes.

/** What a number of a table ought to be: a number, [least, most], or nothing where no number belongs. */
export type Figure = number | readonly [least: number, most: number] | 'no number';

function add(numbers: readonly number[]): number {
	let sum = 0;
	for (const number of numbers) sum += number;
	return sum;
}

/** § 2.1.8: the common frame. Which row of which item counts the group in the sector. */
const frame: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	vuxna: { polis: 'P7.vuxna', socialtjanst: 'S1', civilsamhalle: 'C1.direkt_utsatta_vuxna' },
	barn: { polis: 'P7.barn', socialtjanst: 'S9', skola: 'K2', civilsamhalle: 'C1.direkt_utsatta_barn' },
	kopare: { polis: 'P3', socialtjanst: 'S8', civilsamhalle: 'C16' }
};

const overlapItem: Readonly<Record<string, string>> = {
	polis: 'P13',
	socialtjanst: 'S19',
	skola: 'K19',
	civilsamhalle: 'C10'
};

/** A round, and the one before it that it is compared with. */
export class IndependentFigures {
	readonly #now: RoundRows;
	readonly #before: RoundRows | undefined;

	constructor(now: RoundRows, before?: RoundRows) {
		this.#now = now;
		this.#before = before;
	}

	/** Undefined when no definition tells what the place is: then the check itself is wanting. */
	at(table: ReleasedTable, row: string, column: string): Figure | undefined {
		const [name = '', ending = '', last] = table.id.split('-');
		if (table.id === 'svarande-typ') return this.#responseOfKind(table, row, column);
		const ofFrame = this.#ofFrame(table.id, row, column);
		if (ofFrame !== undefined) return ofFrame;
		// A question to several sectors has a row for each.
		if (ending === '')
			return this.#answering(row, name === 'overlapp' ? (overlapItem[row] ?? '') : name, column);
		if (last === 'svar') return this.#outcome(ending, row, column);
		if (table.unit === 'svar') return this.#opinion(table, { question: name, level: ending }, [row, column]);
		return this.#ofSector(table, { name, sector: ending }, [row, column]);
	}

	/** The report's own tables, which are of several questions or sectors. */
	#ofFrame(id: string, row: string, column: string): Figure | undefined {
		if (id === 'svarande') return this.#response(row, column);
		if (id === 'samma-enheter') return this.#attrition(row, column);
		const [name = '', ending = ''] = id.split('-');
		const figures: Readonly<Record<string, () => Figure | undefined>> = {
			kannedom: () => this.#known(ending, row, column),
			utveckling: () => this.#count(row, frame[ending]?.[row] ?? '', column),
			andelar: () => this.#share(ending, row, column),
			tema: () => this.#theme(ending, row, column)
		};
		return figures[name]?.();
	}

	#ofSector(
		table: ReleasedTable,
		{ name, sector }: { readonly name: string; readonly sector: string },
		[row, column]: readonly [string, string]
	): Figure | undefined {
		const columns = table.columns.map(({ id }) => id);
		if (columns.includes('storst')) return this.#count(sector, row, column);
		if (columns.join() === 'valt,tillfragade') return this.#choice(sector, `${name}.${row}`, column);
		if (columns.at(-1) === 'summa') return this.#breakdown(sector, name, [row, column]);
		return this.#answering(sector, this.#codeOfRow(sector, name, row), column);
	}

	#sector(round: RoundRows | undefined, sector: string): SectorRows | undefined {
		return round?.sectors.find((one) => one.sector === sector);
	}

	/** Who was asked, who answered, who did not. */
	#response(row: string, column: string): Figure | undefined {
		const asked = this.#now.sectors.filter(({ sector }) => row === 'alla' || sector === row);
		const tillfragade = add(asked.map(({ response }) => response.asked));
		const svarade = add(asked.map(({ response }) => response.answered));
		return { tillfragade, svarade, bortfall: tillfragade - svarade }[column];
	}

	/** Response by kind of organisation: the last row of a sector may be of all the kinds that have no row of their own. */
	#responseOfKind(table: ReleasedTable, row: string, column: string): Figure | undefined {
		const [sector = '', kind] = row.split('-');
		const named = new Set(table.rows.map(({ id }) => id));
		const kinds = (this.#sector(this.#now, sector)?.response.byKind ?? []).filter((one) =>
			kind === 'ovriga' ? !named.has(`${sector}-${one.kind}`) : one.kind === kind
		);
		const tillfragade = add(kinds.map(({ asked }) => asked));
		const svarade = add(kinds.map(({ answered }) => answered));
		return { tillfragade, svarade, bortfall: tillfragade - svarade }[column];
	}

	#attrition(row: string, column: string): Figure | undefined {
		const [now, before] = [this.#sector(this.#now, row), this.#sector(this.#before, row)];
		if (!now || !before) return undefined;
		const isThere = (units: readonly Unit[], unit: Unit) => units.some((other) => other.unit === unit.unit);
		return {
			bada: now.units.filter((unit) => isThere(before.units, unit)).length,
			borta: before.units.filter((unit) => !isThere(now.units, unit)).length,
			nya: now.units.filter((unit) => !isThere(before.units, unit)).length
		}[column];
	}

	/** § 2.10.1: per sector the sum and [largest unit, sum]; of all sectors the interval alone. */
	#known(group: string, row: string, column: string): Figure | undefined {
		if (column === 'svarade' || column === 'tillfragade') return this.#response(row, column);
		if (row !== 'alla') return this.#count(row, frame[group]?.[row] ?? '', column);
		const numbers = Object.entries(frame[group] ?? {}).map(([sector, code]) => this.#numbers(sector, code));
		return [Math.max(...numbers.flat()), add(numbers.flat())];
	}

	#numbers(sector: string, code: string, round: RoundRows | undefined = this.#now): number[] {
		const answers = this.#sector(round, sector);
		const variable = answers && variableOf(answers, code);
		if (!answers || !variable) return [];
		return answers.units.flatMap((unit) => stated(answers, unit, variable) ?? []);
	}

	/** § 2.10.3: the same units in both rounds. */
	#panel(sector: string, code: string): { before: number; now: number }[] {
		const [now, before] = [this.#sector(this.#now, sector), this.#sector(this.#before, sector)];
		const variables = [now && variableOf(now, code), before && variableOf(before, code)];
		if (!now || !before || !variables[0] || !variables[1]) return [];
		const [later, earlier] = [variables[0], variables[1]];
		return now.units.flatMap((unit) => {
			const same = before.units.find((other) => other.unit === unit.unit);
			const numbers = [same && stated(before, same, earlier), stated(now, unit, later)];
			return numbers[0] === undefined || numbers[1] === undefined
				? []
				: [{ before: numbers[0], now: numbers[1] }];
		});
	}

	#count(sector: string, code: string, column: string): Figure | undefined {
		const numbers = this.#numbers(sector, code);
		const earlier = this.#numbers(sector, code, this.#before);
		const panel = this.#panel(sector, code);
		const figures: Readonly<Record<string, Figure>> = {
			summa: add(numbers),
			storst: Math.max(...numbers),
			intervall: [Math.max(...numbers), add(numbers)],
			'summa-fore': add(earlier),
			'storst-fore': Math.max(...earlier),
			'panel-enheter': panel.length,
			'panel-fore': add(panel.map(({ before }) => before)),
			panel: add(panel.map(({ now }) => now)),
			jamforelse: 'no number'
		};
		return figures[column];
	}

	/** § 2.10.4: each status in a column of its own; "noll" is not a number that somebody typed. */
	#outcome(sector: string, code: string, column: string): Figure | undefined {
		const answers = this.#sector(this.#now, sector);
		const variable = answers && variableOf(answers, code);
		if (!answers || !variable) return undefined;
		return answers.units.filter((unit) => {
			const answer = said(answers, unit, variable);
			return column === ('status' in answer ? answer.status : 'antal');
		}).length;
	}

	/** In a matrix the row's own variable; of a single question the question itself, whose row is named after it. */
	#codeOfRow(sector: string, question: string, row: string): string {
		const [item = '', part] = question.split('_');
		const variables = this.#sector(this.#now, sector)?.instrument.variables ?? [];
		const isOf = ({ path, row: own }: Variable) =>
			own?.value === row &&
			(path[0] === question || (path[0] === item && path.at(-1) === part && path.length > 2));
		return variables.find((variable) => variable.role === 'category' && isOf(variable))?.code ?? row;
	}

	/** How many units gave an answer. */
	#answering(sector: string, code: string, column: string): Figure | undefined {
		const answers = this.#sector(this.#now, sector);
		const variable = answers && variableOf(answers, code);
		if (!answers || !variable) return undefined;
		return answers.units.filter((unit) => {
			const answer = said(answers, unit, variable);
			return column === ('option' in answer ? answer.option : 'status' in answer ? answer.status : '');
		}).length;
	}

	/** One choice of several: how many units marked it, and how many were asked. */
	#choice(sector: string, code: string, column: string): Figure | undefined {
		const answers = this.#sector(this.#now, sector);
		const variable = answers?.instrument.variables.find(
			({ path, option, role }) => role === 'choice' && `${path[0] ?? ''}.${option ?? ''}` === code
		);
		if (!answers || !variable) return undefined;
		return answers.units.filter((unit) => {
			const answer = said(answers, unit, variable);
			if (column === 'valt') return 'number' in answer && answer.number === 1;
			return !('status' in answer && answer.status === 'visades_inte');
		}).length;
	}

	/** § 2.3 VID≥T: a count by row and column, with their sums. */
	#breakdown(sector: string, item: string, [row, column]: readonly [string, string]): Figure | undefined {
		const answers = this.#sector(this.#now, sector);
		const cells = answers?.instrument.variables.filter(
			(variable) =>
				variable.item === item &&
				variable.row !== undefined &&
				variable.column !== undefined &&
				(row === 'summa' || variable.row.value === row) &&
				(column === 'summa' || variable.column.value === column)
		);
		if (!answers || !cells || cells.length === 0) return undefined;
		return add(
			answers.units.flatMap((unit) => cells.map((variable) => stated(answers, unit, variable) ?? 0))
		);
	}

	/** Opinions are tallied without units: what can be checked is that the right tallies stand at the right place. */
	#opinion(
		table: ReleasedTable,
		{ question, level }: { readonly question: string; readonly level: string },
		[row, column]: readonly [string, string]
	): Figure {
		const isList = table.columns.length === 1;
		// The question of hinders within C21 is tallied as C21.hinder.
		const names = isList ? [question, question.replace('_', '.')] : [row];
		const options = table.columns.map(({ id }) => id).filter((id) => id !== 'svar');
		const wanted = isList ? [row] : column === 'svar' ? options : [column];
		const tallies = this.#now.sectors
			.filter(({ sector }) => level === 'alla' || sector === level)
			.flatMap(({ opinions }) => opinions)
			.filter(({ variable, option }) => names.includes(variable) && wanted.includes(option));
		return add(tallies.map(({ answers }) => answers));
	}

	/** Units of the sectors that were asked in both rounds. */
	#share(code: string, row: string, column: string): Figure | undefined {
		const [kind = '', year] = column.split('-');
		const round = String(this.#now.year) === year ? this.#now : this.#before;
		const sectors = (round?.sectors ?? []).filter(({ sector }) =>
			[this.#now, this.#before].every((one) => {
				const asked = this.#sector(one, sector);
				return asked && variableOf(asked, code);
			})
		);
		const marked = sectors.map((answers) =>
			answers.units.filter((unit) => {
				const variable = variableOf(answers, code);
				const answer = variable && said(answers, unit, variable);
				return answer && 'option' in answer && answer.option === row;
			})
		);
		return {
			svar: marked.flat().length,
			svarade: add(sectors.map(({ response }) => response.answered)),
			tillfragade: add(sectors.map(({ response }) => response.asked))
		}[kind];
	}

	#theme(item: string, row: string, column: string): Figure | undefined {
		const round = column === 'texter-fore' ? this.#before : this.#now;
		const question = round?.coded?.find((one) => one.item === item);
		const theme = question?.themes.find(({ code }) => code === row);
		return theme?.texts ?? (question && add(question.sectors.map(({ texts }) => texts)));
	}
}
