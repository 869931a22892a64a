import type { Instrument, Variable } from '#lib/instruments/instrument.ts';
import { countTitle } from './countSystem.ts';
import { questionTitle } from './questionTexts.ts';

/** A count as its questionnaire words it: "”Hur många personer …?”, Vuxna". */
export function countInWords(instrument: Instrument, count: Variable): string {
	const part = count.row ? `, ${countTitle(count)}` : '';
	return `”${questionTitle(instrument, count)}”${part}`;
}
