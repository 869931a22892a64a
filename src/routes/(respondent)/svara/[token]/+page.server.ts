import { redirect } from '@sveltejs/kit';
import { firstAddress } from './firstAddress.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => redirect(303, await firstAddress(event));
