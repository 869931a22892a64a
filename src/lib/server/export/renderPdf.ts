import { dirname } from 'node:path';
import { NodeCompiler, type CompileDocArgs } from '@myriaddreamin/typst-ts-node-compiler';
import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { exportAssetPath, readExportAsset } from './exportAsset.ts';
import { fontCoverage } from './fontCoverage.ts';
import { joinPdfStandards } from './pdfStandards.ts';
import { mapWords, printableText } from './printableText.ts';
import { printAppendix, printDocument } from './printDocument.ts';
import { renderChartSvg } from './renderChart.ts';

const fontFiles = ['fonts/SourceSans3-Regular.ttf', 'fonts/SourceSans3-SemiBold.ttf', 'fonts/DejaVuSans.ttf'];

const templateFile = 'template/lagesbild.typ';

interface Printer {
	readonly compiler: NodeCompiler;
	readonly template: string;
	readonly isCovered: (codePoint: number) => boolean;
}

let printer: Promise<Printer> | undefined;

async function startPrinter(): Promise<Printer> {
	const fonts = await Promise.all(fontFiles.map(readExportAsset));
	const template = await readExportAsset(templateFile);
	const coverages = fonts.map(fontCoverage);
	return {
		compiler: NodeCompiler.create({
			workspace: dirname(exportAssetPath(templateFile)),
			fontArgs: [{ fontBlobs: fonts }]
		}),
		template: template.toString('utf8'),
		isCovered: (codePoint) => coverages.some((covers) => covers(codePoint))
	};
}

/** Noon, so that the day is the same in every European time zone. Seconds since 1970. */
function noonOf(date: string): number {
	return Date.parse(`${date}T12:00:00Z`) / 1000;
}

/** Sets a document with the template, twice: once for each standard (decision 0030). */
async function print(
	lagesbild: Lagesbild,
	documentOf: (printable: Lagesbild) => { readonly date: string }
): Promise<Uint8Array> {
	// Fonts are read once for the life of the program: about 50 ms.
	printer ??= startPrinter();
	const { compiler, template, isCovered } = await printer;
	const printable = mapWords(lagesbild, (text) => printableText(text, isCovered));
	const document = documentOf(printable);
	const source: CompileDocArgs = {
		mainFileContent: template,
		inputs: { document: JSON.stringify(document) }
	};
	const creationTimestamp = noonOf(document.date);
	const accessible = compiler.pdf(source, { pdfStandard: 'ua-1', creationTimestamp });
	const archival = compiler.pdf(source, { pdfStandard: 'a-2a', creationTimestamp });
	// Without eviction the compiler keeps the layout of every report it has ever made.
	compiler.evictCache(2);
	return joinPdfStandards({ accessible, archival });
}

/**
 * The lägesbild as a PDF that claims PDF/A-2a (archive) and PDF/UA-1 (accessibility); see decision 0030. The same
 * lägesbild gives the same bytes.
 */
export async function renderPdf(lagesbild: Lagesbild): Promise<Uint8Array> {
	return await print(lagesbild, (printable) => printDocument(printable, renderChartSvg));
}

/** Tabellbilagan, every table of the round, as a PDF of its own under the same standards. */
export async function renderAppendixPdf(lagesbild: Lagesbild): Promise<Uint8Array> {
	return await print(lagesbild, printAppendix);
}
