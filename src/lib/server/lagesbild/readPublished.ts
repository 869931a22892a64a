import { publicPlan, type PublicPlan } from '#lib/lagesbild/atgardsplan/publicPlan.ts';
import { contentForReaders } from '#lib/lagesbild/fixedContent.ts';
import type { Decision } from '#lib/lagesbild/decision.ts';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { lagesbildAddress, lagesbildRound } from '#lib/lagesbild/lagesbildAddress.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withMunicipality, type Sql } from '../db/connection.ts';
import { municipalityOfSlug } from '../organisations/municipalityStore.ts';
import { listPlans } from './atgardsplan/planStore.ts';
import { listDecisions } from './decisionStore.ts';
import { findPublicFile } from './findPublicFile.ts';
import {
	listMunicipalitiesWithPublication,
	listPublishedLagesbilder,
	listPublishedRounds,
	listPublishedVersions,
	readPublishedContent,
	type PublishedFile,
	type PublishedRound,
	type PublishedVersion
} from './publicationStore.ts';

export interface PublishedHeading {
	readonly municipality: string;
	readonly slug: string;
	/** Its place among the municipality's addresses. */
	readonly address: string;
	readonly title: string;
	readonly publishedAt: Date;
}

/** Everything published on this installation: newest round first within a municipality. */
export async function listPublished(application: Application): Promise<PublishedHeading[]> {
	const { database } = application;
	const headings: PublishedHeading[] = [];
	for (const code of await listMunicipalitiesWithPublication(database.sql)) {
		const published = await withMunicipality(database, code, listPublishedLagesbilder);
		for (const { content, publishedAt } of published) {
			const { municipality, title } = content;
			const address = lagesbildAddress(content);
			headings.push({
				municipality: municipality.name,
				slug: municipality.slug,
				address,
				title,
				publishedAt
			});
		}
	}
	return headings;
}

export interface PublishedAddress extends PublishedRound {
	readonly slug: string;
	/** A certain version; the newest when not given. */
	readonly version?: number | undefined;
}

/** A version as the list of versions shows it. */
export type VersionHeading = Omit<PublishedVersion, 'lagesbildId' | 'roundId'>;

export interface PublishedView {
	readonly lagesbild: Lagesbild;
	readonly publishedAt: Date;
	/** The municipality's other published rounds, newest first. */
	readonly others: readonly { readonly address: string; readonly text: string }[];
	/** All published versions of the round, newest first. */
	readonly versions: readonly VersionHeading[];
	readonly decisions: readonly Decision[];
	/** Where the decided plan of the round stands now, apart from what was fixed; null while none is decided. */
	readonly plan: PublicPlan | null;
}

interface SoughtVersion {
	readonly sql: Sql;
	readonly sought: PublishedVersion;
	readonly versions: readonly PublishedVersion[];
}

async function withPublished<Value>(
	application: Application,
	{ slug, version, ...round }: PublishedAddress,
	read: (found: SoughtVersion) => Promise<Result<Value, 'not-published'>>
): Promise<Result<Value, 'not-published'>> {
	const { database } = application;
	const code = await municipalityOfSlug(database.sql, slug);
	if (!code) return refused('not-published');
	return await withMunicipality(database, code, async (sql) => {
		const versions = await listPublishedVersions(sql, round);
		const sought =
			version === undefined ? versions[0] : versions.find((candidate) => candidate.version === version);
		return sought ? await read({ sql, sought, versions }) : refused('not-published');
	});
}

async function currentPlan(sql: Sql, roundId: string): Promise<PublicPlan | null> {
	const plan = (await listPlans(sql)).find((each) => each.roundId === roundId);
	return plan ? publicPlan(plan) : null;
}

/** The round alone within a series; by its title where the municipality has several. */
async function otherRounds(sql: Sql, shown: Lagesbild): Promise<PublishedView['others']> {
	const headings = await listPublishedRounds(sql);
	const hasSeveral = headings.some(({ series }) => series.slug !== shown.series.slug);
	return headings
		.filter((each) => lagesbildAddress(each) !== lagesbildAddress(shown))
		.map((each) => ({
			address: lagesbildAddress(each),
			text: hasSeveral ? each.title : `Lägesbild ${lagesbildRound(each)}`
		}));
}

export async function readPublished(
	application: Application,
	address: PublishedAddress
): Promise<Result<PublishedView, 'not-published'>> {
	return await withPublished(application, address, async ({ sql, sought, versions }) => {
		const lagesbild = contentForReaders(await readPublishedContent(sql, sought.lagesbildId));
		return accepted({
			lagesbild,
			publishedAt: sought.publishedAt,
			others: await otherRounds(sql, lagesbild),
			versions: versions.map(({ version, publishedAt, reason }) => ({ version, publishedAt, reason })),
			decisions: await listDecisions(sql, sought.lagesbildId),
			plan: await currentPlan(sql, sought.roundId)
		});
	});
}

/** What a file can be called; PostgreSQL takes a NUL in a text for a fault. */
const fileName = /^[a-z0-9-]+\.[a-z0-9]+$/;

export async function readPublishedFile(
	application: Application,
	address: PublishedAddress & { readonly file: string }
): Promise<Result<PublishedFile, 'not-published'>> {
	if (!fileName.test(address.file)) return refused('not-published');
	return await withPublished(application, address, async ({ sql, sought }) => {
		const { lagesbildId } = sought;
		const file = await findPublicFile(sql, application.keys, { lagesbildId, name: address.file });
		return file ? accepted(file) : refused('not-published');
	});
}
