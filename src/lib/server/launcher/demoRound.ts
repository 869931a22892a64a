import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lagesbildAddress } from '#lib/lagesbild/lagesbildAddress.ts';
import { roundName, type RoundTime } from '#lib/rounds/roundName.ts';
import { closeApplication, openApplication, type Application } from '../application.ts';
import { openAuthentication } from '../access/authentication.ts';
import type { Actor, Role } from '../access/actor.ts';
import { publicAddress } from '../config.ts';
import { migrate } from '../db/migrate.ts';
import { answerByPages } from '../demonstration/answerByPages.ts';
import { tokenInLetter } from '../demonstration/tokenInLetter.ts';
import { loadDemonstration } from '../demonstration/loadDemonstration.ts';
import { done, type Staff } from '../demonstration/demonstrationSteps.ts';
import { finishRound, startRound } from '../demonstration/runRound.ts';
import { demonstrationPassword, sjovallaStaff } from '../demonstration/sjovalla.ts';
import { listLetters } from '../invitations/listLetters.ts';
import { proposeRound } from '../rounds/proposeRound.ts';
import { readOverview } from '../rounds/readOverview.ts';
import { OperatorFault } from '../operatorFault.ts';
import { buildWhenChanged } from './buildWhenChanged.ts';
import { claimDataDirectory, openInstallation, type Installation } from './installation.ts';
import { closePages, servePages } from './servePages.ts';

const files = ['lagesbild.pdf', 'tabellbilaga.pdf', 'tjansteskrivelse.docx', 'tabeller.csv'] as const;

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

function freePort(): Promise<number> {
	return new Promise((found, failed) => {
		const probe = createServer();
		probe.once('error', failed);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => {
				found(typeof address === 'object' && address ? address.port : 0);
			});
		});
	});
}

/** Signs in as a browser would. @throws when the demonstration's own password is refused. */
async function signedIn(application: Application, role: Role): Promise<Actor> {
	const authentication = openAuthentication(application);
	const person = sjovallaStaff.find((each) => each.role === role);
	const signIn = await authentication.signIn({ email: person?.email ?? '', password: demonstrationPassword });
	const cookies = done(signIn, 'sign-in').map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
	const actor = await authentication.findActor(new Headers({ cookie: cookies.join('; ') }));
	if (!actor) throw new Error('The session just begun is not found');
	return actor;
}

async function planNextRound(
	application: Application,
	staff: Staff
): Promise<RoundTime & { roundId: string }> {
	const { series } = await readOverview(application, staff.samordnare);
	const seriesId = series[0]?.series.seriesId ?? '';
	const proposal = done(await proposeRound(application, staff.samordnare, seriesId), 'proposal');
	const { dates, threshold, units } = proposal;
	const unitIds = units.filter((each) => each.isProposed).map(({ unit }) => unit.unitId);
	const roundId = await startRound(application, staff, { seriesId, ...dates, threshold, unitIds });
	return { roundId, year: dates.year, part: dates.part };
}

/** Every unit answers through the pages, four at a time. @returns how many answered. */
async function answerAll(
	application: Application,
	samordnare: Actor,
	round: { readonly roundId: string; readonly year: number }
): Promise<number> {
	const { letters } = done(await listLetters(application, samordnare, round.roundId), 'letters');
	const tokens = letters.flatMap((letter) => tokenInLetter(letter.body) ?? []);
	const waiting = [...tokens];
	const origin = publicAddress(application.config);
	const respondent = async (): Promise<void> => {
		for (let token = waiting.shift(); token !== undefined; token = waiting.shift()) {
			await answerByPages(application, { origin, token, roundYear: round.year });
		}
	};
	await Promise.all([respondent(), respondent(), respondent(), respondent()]);
	return tokens.length;
}

async function download(origin: string, path: string, folder: string): Promise<void> {
	for (const file of files) {
		const response = await fetch(`${origin}${path}/${file}`);
		if (!response.ok) throw new Error(`The public page gave ${String(response.status)} for ${file}`);
		await writeFile(join(folder, file), new Uint8Array(await response.arrayBuffer()));
		say(`  ${join(folder, file)}`);
	}
}

async function playRound(application: Application, folder: string): Promise<void> {
	const began = performance.now();
	const staff = {
		samordnare: await signedIn(application, 'samordnare'),
		granskare: await signedIn(application, 'granskare')
	};
	const round = await planNextRound(application, staff);
	say(`Omgång ${roundName(round)} är öppnad. Enheterna svarar på sidorna …`);
	const answered = await answerAll(application, staff.samordnare, round);
	say(`${String(answered)} enheter har svarat. Sammanställer, granskar och publicerar …`);
	const published = await finishRound(application, staff, round);
	await download(
		publicAddress(application.config),
		`/lagesbild/${published.municipality.slug}/${lagesbildAddress(published)}`,
		folder
	);
	say(`Omgången tog ${String(Math.round((performance.now() - began) / 1000))} s.`);
}

async function withPages(installation: Installation, work: (application: Application) => Promise<void>) {
	const { config, log } = installation;
	await migrate({ databaseUrl: config.databaseUrl, masterKey: config.masterKey, log });
	const application = openApplication(config);
	try {
		say('Lägger in demonstrationskommunen Sjövalla …');
		await loadDemonstration(application);
		const pages = await servePages(config);
		try {
			await work(application);
		} finally {
			await closePages(pages);
		}
	} finally {
		await closeApplication(application);
	}
}

/**
 * A whole round without a browser, in a folder of data and on a port of its own that are gone afterwards: creates and
 * opens it, answers through the pages, closes, compiles, approves, publishes, and downloads the council's files.
 * @throws {OperatorFault} when the folder to write to is not given.
 */
export async function demoRound(outFolder: string | undefined): Promise<void> {
	if (!outFolder) throw new OperatorFault('Ange mappen att skriva till: demo round --out MAPP');
	const folder = resolve(outFolder);
	await mkdir(folder, { recursive: true });
	await buildWhenChanged();
	const dataDirectory = await mkdtemp(join(tmpdir(), 'lagesbild-demo-'));
	try {
		const claim = await claimDataDirectory({ DATA_DIR: dataDirectory, PORT: String(await freePort()) });
		const installation = await openInstallation(claim);
		try {
			await withPages(installation, (application) => playRound(application, folder));
		} finally {
			await installation.close();
		}
	} finally {
		await rm(dataDirectory, { recursive: true, force: true });
	}
}
