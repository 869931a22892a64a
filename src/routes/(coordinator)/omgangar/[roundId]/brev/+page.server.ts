import { readRoundLetters } from '../roundLetters.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => await readRoundLetters(event);
