import { createHash } from 'node:crypto';
import { contentForReaders, type FixedContent } from '#lib/lagesbild/fixedContent.ts';
import type { Sql } from '../db/connection.ts';
import { checksumFileName, retoldChecksums, signatureFileName } from '../export/renderChecksums.ts';
import { contentFileName } from '../export/renderFiles.ts';
import { renderJson } from '../export/renderJson.ts';
import type { KeyRing } from '../keys/keyRing.ts';
import { signPublication } from '../keys/signingKey.ts';
import { findPublishedFile, type PublishedFile } from './publicationStore.ts';

function withBytes(file: PublishedFile, bytes: Uint8Array): PublishedFile {
	return { ...file, bytes, sha256: createHash('sha256').update(bytes).digest() };
}

/** The content that an earlier program fixed with the staff's protocol in it, as it leaves the house; null for any other. */
function retoldContent(file: PublishedFile): PublishedFile | null {
	const fixed = JSON.parse(Buffer.from(file.bytes).toString('utf8')) as FixedContent;
	const told = contentForReaders(fixed);
	return told === fixed ? null : withBytes(file, renderJson(told));
}

/**
 * A file of a published version as the public is given it. What was fixed stays as it is in the database; of a version whose
 * content told how many numbers each reason hides, the public is given the content without it, under checksums and a
 * signature that are of what it is given (docs/decisions/0097).
 */
export async function findPublicFile(
	sql: Sql,
	keys: KeyRing,
	{ lagesbildId, name }: { readonly lagesbildId: string; readonly name: string }
): Promise<PublishedFile | null> {
	const fixed = async (each: string) =>
		await findPublishedFile(sql, lagesbildId, { name: each, audience: 'public' });
	const file = await fixed(name);
	const isOfContent = [contentFileName, checksumFileName, signatureFileName].includes(name);
	const content = file && isOfContent ? await fixed(contentFileName) : null;
	const retold = content && retoldContent(content);
	if (!file || !retold) return file;
	if (name === contentFileName) return retold;
	const list = await fixed(checksumFileName);
	const checksums = retoldChecksums(list?.bytes ?? new Uint8Array(), retold);
	return withBytes(file, name === checksumFileName ? checksums : signPublication(keys, checksums));
}
