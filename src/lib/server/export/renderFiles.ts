import { createHash } from 'node:crypto';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import type { Rojandeprotokoll } from '#lib/lagesbild/rojandeprotokoll.ts';
import { renderCouncilDocx } from './renderCouncilDocx.ts';
import { renderCsv } from './renderCsv.ts';
import { checksumFileName, signatureFileName } from './renderChecksums.ts';
import { renderJson } from './renderJson.ts';
import { renderNulagesbild } from './renderNulagesbild.ts';
import { renderAppendixPdf, renderPdf } from './renderPdf.ts';
import type { RenderedFile } from './renderedFile.ts';
import { renderProtocolPdf } from './renderProtocolPdf.ts';

function file(name: string, mediaType: string, bytes: Uint8Array): RenderedFile {
	return { name, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest(), audience: 'public' };
}

export const contentFileName = 'lagesbild.json';
export const nulagesbildFileName = 'nulagesbild.pdf';

/** The two pages for the dialogue with the police; null for the content of an earlier program. */
export async function renderNulagesbildFile(lagesbild: Lagesbild): Promise<RenderedFile | null> {
	const bytes = await renderNulagesbild(lagesbild);
	return bytes ? file(nulagesbildFileName, 'application/pdf', bytes) : null;
}

/** The files of a published lägesbild, under the names that the public page links to. */
export async function renderFiles(lagesbild: Lagesbild): Promise<RenderedFile[]> {
	const nulagesbild = await renderNulagesbildFile(lagesbild);
	return [
		file('lagesbild.pdf', 'application/pdf', await renderPdf(lagesbild)),
		file('tabellbilaga.pdf', 'application/pdf', await renderAppendixPdf(lagesbild)),
		...(nulagesbild ? [nulagesbild] : []),
		file(
			'tjansteskrivelse.docx',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			await renderCouncilDocx(lagesbild)
		),
		file('tabeller.csv', 'text/csv; charset=utf-8', renderCsv(lagesbild)),
		file(contentFileName, 'application/json; charset=utf-8', renderJson(lagesbild))
	];
}

/** A version's checksums, and their signature by the key of the installation. */
export function checksumFiles(checksums: Uint8Array, signature: Uint8Array): RenderedFile[] {
	return [
		file(checksumFileName, 'text/plain; charset=utf-8', checksums),
		file(signatureFileName, 'application/octet-stream', signature)
	];
}

export const protocolFileName = 'rojandeprotokoll.pdf';

/** The protocol of disclosure control, fixed with the version it is of and kept for the staff. */
export async function renderProtocolFile(protocol: Rojandeprotokoll): Promise<RenderedFile> {
	return {
		...file(protocolFileName, 'application/pdf', await renderProtocolPdf(protocol)),
		audience: 'staff'
	};
}
