import { dirname } from 'node:path';
import { NodeCompiler, type CompileDocArgs } from '@myriaddreamin/typst-ts-node-compiler';
import { exportAssetPath, readExportAsset } from './exportAsset.ts';
import { fontCoverage } from './fontCoverage.ts';
import { joinPdfStandards } from './pdfStandards.ts';
import { mapWords } from '#lib/lagesbild/mapWords.ts';
import { printableText } from './printableText.ts';

const fontFiles = ['fonts/SourceSans3-Regular.ttf', 'fonts/SourceSans3-SemiBold.ttf', 'fonts/DejaVuSans.ttf'];

type Template = 'lagesbild.typ' | 'underlag.typ' | 'protokoll.typ' | 'brev.typ' | 'nulagesbild.typ';

interface Printer {
	readonly compiler: NodeCompiler;
	readonly isCovered: (codePoint: number) => boolean;
}

let printer: Promise<Printer> | undefined;
const templates = new Map<Template, Promise<Buffer>>();

async function startPrinter(): Promise<Printer> {
	const fonts = await Promise.all(fontFiles.map(readExportAsset));
	const coverages = fonts.map(fontCoverage);
	return {
		compiler: NodeCompiler.create({
			workspace: dirname(exportAssetPath('template/lagesbild.typ')),
			fontArgs: [{ fontBlobs: fonts }]
		}),
		isCovered: (codePoint) => coverages.some((covers) => covers(codePoint))
	};
}

// Fonts are read once for the life of the program: about 50 ms.
function thePrinter(): Promise<Printer> {
	printer ??= startPrinter();
	return printer;
}

function templateText(name: Template): Promise<Buffer> {
	const read = templates.get(name) ?? readExportAsset(`template/${name}`);
	templates.set(name, read);
	return read;
}

/** The words of a document as our own fonts can print them. */
export async function printable<Document>(document: Document): Promise<Document> {
	const { isCovered } = await thePrinter();
	return mapWords(document, (text) => printableText(text, isCovered));
}

/** Noon, so that the day is the same in every European time zone. Seconds since 1970. */
function noonOf(date: string): number {
	return Date.parse(`${date}T12:00:00Z`) / 1000;
}

/** Sets a document with a template, twice: once for each standard (decision 0030). Its words are printable. */
export async function printPdf(template: Template, document: { readonly date: string }): Promise<Uint8Array> {
	const { compiler } = await thePrinter();
	const source: CompileDocArgs = {
		mainFileContent: (await templateText(template)).toString('utf8'),
		inputs: { document: JSON.stringify(document) }
	};
	const creationTimestamp = noonOf(document.date);
	const accessible = compiler.pdf(source, { pdfStandard: 'ua-1', creationTimestamp });
	const archival = compiler.pdf(source, { pdfStandard: 'a-2a', creationTimestamp });
	// Without eviction the compiler keeps the layout of every report it has ever made.
	compiler.evictCache(2);
	return joinPdfStandards({ accessible, archival });
}
