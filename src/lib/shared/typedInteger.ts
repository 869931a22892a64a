import { z } from 'zod';

/**
 * A whole number as a person types it: digits only. `Number` alone takes 0x7eb, 1e3 and the empty text too.
 * @param error what the field says when something else was typed
 */
export const typedInteger = (error: string) =>
	z
		.string({ error })
		.trim()
		.regex(/^\d{1,9}$/, { error })
		.transform(Number);
