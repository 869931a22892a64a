import type { Rojandeprotokoll } from '#lib/lagesbild/rojandeprotokoll.ts';
import { printable, printPdf } from './typstPrinter.ts';

/** The protocol of disclosure control as a tagged PDF under the same standards as the lägesbild. */
export async function renderProtocolPdf(protocol: Rojandeprotokoll): Promise<Uint8Array> {
	return await printPdf('protokoll.typ', await printable(protocol));
}
