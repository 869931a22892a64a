import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { forgettingHeader } from '../../../answering.server.ts';
import { openReceipt } from './receiptPage.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const receipt = openReceipt(event);
	// The copy is kept a short while only; after that the link's first page says "besvarad".
	if (receipt === null) redirect(303, resolve('/(respondent)/svara/lank/[ref]', event.params));
	// The receipt is shown this once; what the browser has of the site goes as it comes.
	if (receipt.isShared) event.setHeaders({ 'clear-site-data': forgettingHeader });
	return receipt;
};
