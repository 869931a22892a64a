import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { systemClock } from './lib/server/clock.ts';
import { createLog, faultFields } from './lib/server/log.ts';
import { OperatorFault } from './lib/server/operatorFault.ts';
import { buildWhenChanged } from './lib/server/launcher/buildWhenChanged.ts';
import { dev } from './lib/server/launcher/dev.ts';
import { migrateOnly } from './lib/server/launcher/migrateOnly.ts';
import { operatorLine } from './lib/server/launcher/operatorLine.ts';
import { start } from './lib/server/launcher/start.ts';

interface Command {
	readonly summary: string;
	/** Gives the exit code when it is not 0. */
	run(commandArguments: readonly string[]): Promise<number | undefined>;
}

function withoutArguments(work: () => Promise<void>) {
	return async (commandArguments: readonly string[]) => {
		if (commandArguments.length > 0) {
			throw new OperatorFault(`Kommandot tar inga argument (fick ${commandArguments.join(' ')}).`);
		}
		await work();
		return undefined;
	};
}

async function demo(commandArguments: readonly string[]): Promise<undefined> {
	const { positionals, values } = parseArgs({
		args: [...commandArguments],
		options: { out: { type: 'string' } },
		allowPositionals: true
	});
	if (positionals.length !== 1 || positionals[0] !== 'round') {
		throw new OperatorFault('Demonstrationen som finns är: demo round --out MAPP');
	}
	const { demoRound } = await import('./lib/server/launcher/demoRound.ts');
	await demoRound(values.out);
}

/** Loaded when asked for: the linear solver is of no use to the others. */
async function disclosure(commandArguments: readonly string[]): Promise<number> {
	const { runDisclosureCommand } = await import('./lib/server/disclosure/disclosureCommand.ts');
	return await runDisclosureCommand(commandArguments, (line) => process.stdout.write(`${line}\n`));
}

const commands: Readonly<Record<string, Command>> = {
	start: { summary: 'bygg vid behov, starta databasen och visa sidorna', run: withoutArguments(start) },
	dev: { summary: 'som start, men sidorna följer ändringar i källkoden', run: withoutArguments(dev) },
	build: { summary: 'bygg sidorna om något har ändrats', run: withoutArguments(buildWhenChanged) },
	demo: {
		summary: 'demo round --out MAPP: en hel omgång utan webbläsare, till fullmäktiges handlingar',
		run: demo
	},
	disclosure: {
		summary: 'skydda, granska eller verifiera en tabell (protect, audit, verify)',
		run: disclosure
	},
	migrate: { summary: 'för databasen till programmets version', run: withoutArguments(migrateOnly) }
};

function usage(): string {
	const width = Math.max(...Object.keys(commands).map((name) => name.length));
	const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
	return ['Användning: npm run -s cli -- KOMMANDO', '', ...lines, ''].join('\n');
}

async function main(): Promise<number> {
	const { positionals, values } = parseArgs({
		args: process.argv.slice(2, 3),
		options: { help: { type: 'boolean', short: 'h' } },
		allowPositionals: true,
		strict: false
	});
	const [name] = positionals;
	if (values.help === true || name === undefined) {
		process.stdout.write(usage());
		return 0;
	}
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) throw new OperatorFault(`Kommandot ${name} finns inte. Se: npm run -s cli -- --help`);
	return (await command.run(process.argv.slice(3))) ?? 0;
}

try {
	process.exit(await main());
} catch (fault) {
	const line = operatorLine(fault);
	if (line === null) {
		const errorId = randomBytes(2).toString('hex').toUpperCase();
		createLog(systemClock, (text) => process.stderr.write(text)).error('command-failed', {
			errorId,
			...faultFields(fault)
		});
		process.stderr.write(`Något gick fel. Ange felkod ${errorId}.\n`);
	} else {
		process.stderr.write(`${line}\n`);
	}
	process.exit(1);
}
