import type { Lagesbild } from '#lib/lagesbild/lagesbild.ts';
import { printAppendix, printDocument } from './printDocument.ts';
import { renderChartSvg } from './renderChart.ts';
import { printable, printPdf } from './typstPrinter.ts';

/**
 * The lägesbild as a PDF that claims PDF/A-2a (archive) and PDF/UA-1 (accessibility); see decision 0030. The same
 * lägesbild gives the same bytes.
 */
export async function renderPdf(lagesbild: Lagesbild): Promise<Uint8Array> {
	return await printPdf('lagesbild.typ', printDocument(await printable(lagesbild), renderChartSvg));
}

/** Tabellbilagan, every table of the round, as a PDF of its own under the same standards. */
export async function renderAppendixPdf(lagesbild: Lagesbild): Promise<Uint8Array> {
	return await printPdf('lagesbild.typ', printAppendix(await printable(lagesbild)));
}
