import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { municipalityOfSlug } from '../organisations/municipalityStore.ts';
import {
	findPublishedFile,
	listMunicipalitiesWithPublication,
	listPublishedLagesbilder,
	type PublishedFile
} from './publicationStore.ts';

export interface PublishedHeading {
	readonly municipality: string;
	readonly slug: string;
	readonly year: number;
	readonly title: string;
	readonly publishedAt: Date;
}

/** Everything published on this installation: newest year first within a municipality. */
export async function listPublished(application: Application): Promise<PublishedHeading[]> {
	const { database } = application;
	const headings: PublishedHeading[] = [];
	for (const code of await listMunicipalitiesWithPublication(database.sql)) {
		const published = await withMunicipality(database, code, listPublishedLagesbilder);
		for (const { content, publishedAt } of published) {
			const { municipality, year, title } = content;
			headings.push({ municipality: municipality.name, slug: municipality.slug, year, title, publishedAt });
		}
	}
	return headings;
}

export interface PublishedAddress {
	readonly slug: string;
	readonly year: number;
}

export interface PublishedView {
	readonly lagesbild: Lagesbild;
	readonly publishedAt: Date;
	/** All published years of the municipality, newest first. */
	readonly years: readonly number[];
}

export async function readPublished(
	application: Application,
	address: PublishedAddress
): Promise<Result<PublishedView, 'not-published'>> {
	const { database } = application;
	const code = await municipalityOfSlug(database.sql, address.slug);
	if (!code) return refused('not-published');
	const published = await withMunicipality(database, code, listPublishedLagesbilder);
	const sought = published.find((each) => each.content.year === address.year);
	if (!sought) return refused('not-published');
	return accepted({
		lagesbild: sought.content,
		publishedAt: sought.publishedAt,
		years: published.map((each) => each.content.year)
	});
}

/** What a file can be called; PostgreSQL takes a NUL in a text for a fault. */
const fileName = /^[a-z0-9-]+\.[a-z0-9]+$/;

export async function readPublishedFile(
	application: Application,
	address: PublishedAddress & { readonly file: string }
): Promise<Result<PublishedFile & { readonly version: number }, 'not-published'>> {
	if (!fileName.test(address.file)) return refused('not-published');
	const { database } = application;
	const code = await municipalityOfSlug(database.sql, address.slug);
	if (!code) return refused('not-published');
	return await withMunicipality(database, code, async (sql) => {
		const published = await listPublishedLagesbilder(sql);
		const sought = published.find((each) => each.content.year === address.year);
		if (!sought) return refused('not-published');
		const file = await findPublishedFile(sql, sought.lagesbildId, {
			name: address.file,
			audience: 'public'
		});
		return file ? accepted({ ...file, version: sought.content.version }) : refused('not-published');
	});
}
