import { swedishReceipt } from './receiptTexts.ts';
import type { PageLoad } from './$types';

// The script's only errand: what a window may have left unsaved in this browser is erased once the answer is sent.
export const csr = true;

export const load: PageLoad = async ({ data }) => ({
	...data,
	texts: data.language === 'en' ? (await import('./englishReceipt.ts')).englishReceipt : swedishReceipt
});
