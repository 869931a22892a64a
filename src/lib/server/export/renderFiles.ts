import { createHash } from 'node:crypto';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import type { Rojandeprotokoll } from '#lib/lagesbild/rojandeprotokoll.ts';
import { renderCouncilDocx } from './renderCouncilDocx.ts';
import { renderCsv } from './renderCsv.ts';
import { renderAppendixPdf, renderPdf } from './renderPdf.ts';
import { renderProtocolPdf } from './renderProtocolPdf.ts';

export interface RenderedFile {
	readonly name: string;
	readonly mediaType: string;
	readonly bytes: Uint8Array;
	readonly sha256: Uint8Array;
	/** staff: not to be fetched from the public page. */
	readonly audience: 'public' | 'staff';
}

function file(name: string, mediaType: string, bytes: Uint8Array): RenderedFile {
	return { name, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest(), audience: 'public' };
}

/** The files of a published lägesbild, under the names that the public page links to. */
export async function renderFiles(lagesbild: Lagesbild): Promise<RenderedFile[]> {
	return [
		file('lagesbild.pdf', 'application/pdf', await renderPdf(lagesbild)),
		file('tabellbilaga.pdf', 'application/pdf', await renderAppendixPdf(lagesbild)),
		file(
			'tjansteskrivelse.docx',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			await renderCouncilDocx(lagesbild)
		),
		file('tabeller.csv', 'text/csv; charset=utf-8', renderCsv(lagesbild))
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
