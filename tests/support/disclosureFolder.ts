import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { parseCsv } from '#lib/server/disclosure/csv.ts';
import { runDisclosureCommand } from '#lib/server/disclosure/disclosureCommand.ts';

/** The files that a table is read from. */
export interface TableFiles {
	readonly leaf: string;
	readonly hier: string;
}

export interface PrintedRow {
	readonly key: string;
	readonly value: number;
	readonly status: string;
	readonly low: number;
	readonly high: number;
}

const own = (name: string) => fileURLToPath(new URL(`./reference/own-tables/${name}.csv`, import.meta.url));

export const referenceFiles = (name: string): TableFiles => ({
	leaf: own(`${name}_leaf`),
	hier: own(`${name}_hier`)
});

/** A folder of its own in which the disclosure command reads and writes, with a table of three sectors. */
export function disclosureFolder() {
	let folder = '';
	const path = (name: string) => join(folder, name);
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'lagesbild-perturbation-'));
		writeFileSync(path('H.csv'), 'dim,code,parent\nS,alla,\nS,polis,alla\nS,skola,alla\nS,soc,alla\n');
		writeFileSync(path('L.csv'), 'S,freq\npolis,3\nskola,20\nsoc,17\n');
		writeFileSync(path('secret.txt'), 'ett prov, ingen hemlighet att lita på\n');
	});
	afterAll(() => {
		rmSync(folder, { recursive: true });
	});
	const text = (name: string) => readFileSync(path(name), 'utf8');
	const [pattern, certificates] = [
		() => ['--pattern', path('P.csv')],
		() => ['--certificates', path('C.json')]
	];
	return {
		path,
		text,
		small: (): TableFiles => ({ leaf: path('L.csv'), hier: path('H.csv') }),
		protect: ({ leaf, hier }: TableFiles, ...options: string[]) =>
			run('protect', '--leaf', leaf, '--hier', hier, ...options, '--out', path('P.csv'), ...certificates()),
		verify: ({ hier }: Pick<TableFiles, 'hier'>) =>
			run('verify', ...pattern(), '--hier', hier, ...certificates()),
		audit: ({ hier }: Pick<TableFiles, 'hier'>) => run('audit', ...pattern(), '--hier', hier),
		/** Tampers with a file. */
		change: (name: string, from: string | RegExp, to: string) => {
			const [before, after] = [text(name), text(name).replace(from, to)];
			expect(after).not.toBe(before);
			writeFileSync(path(name), after);
		},
		printed: () => rowsOf(text('P.csv')),
		/** The true numbers, from the certificate file. */
		world: () =>
			new Map(Object.entries((JSON.parse(text('C.json')) as { world: Record<string, number> }).world))
	};
}

async function run(...commandArguments: string[]): Promise<{ code: number; line: Record<string, unknown> }> {
	const lines: string[] = [];
	const code = await runDisclosureCommand(commandArguments, (line) => lines.push(line));
	const { cpu_s: cpu, peak_mb: peak, ...line } = JSON.parse(lines.join('')) as Record<string, unknown>;
	expect([typeof cpu, typeof peak, lines.length]).toEqual(['number', 'number', 1]);
	return { code, line };
}

function rowsOf(pattern: string): PrintedRow[] {
	return parseCsv(pattern)
		.slice(1)
		.map((row) => {
			const [value, status = '', low, high] = row.slice(-4);
			const key = row.slice(0, -4).join('|');
			return { key, value: Number(value), status, low: Number(low), high: Number(high) };
		});
}
