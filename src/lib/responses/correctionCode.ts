import { z } from 'zod';

/** Digits and letters that are not mistaken for each other in print or by ear (Crockford's base 32: no I, L, O, U). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const codeLength = 20;
const groupLength = 4;

/** How many random bytes a code is made of: 5 bits a sign, 100 bits in all. */
export const codeBytes = codeLength;

/** A code as it is kept: twenty signs without hyphens. */
export type CorrectionCode = string & { readonly __brand: 'CorrectionCode' };

/** One sign of each random byte: 256 is a whole number of times 32, so every sign is as likely. */
export function codeFrom(random: Uint8Array): CorrectionCode {
	if (random.length !== codeBytes) throw new RangeError('A code is made of twenty random bytes');
	return Array.from(random, (byte) => alphabet.charAt(byte % alphabet.length)).join('') as CorrectionCode;
}

/** As it stands on the receipt: five groups of four. */
export function writtenCode(code: CorrectionCode): string {
	return (code.match(new RegExp(`.{${String(groupLength)}}`, 'g')) ?? []).join('-');
}

/** A code as a person types it off a paper, or copies it: small letters, spaces, any hyphen, O for 0 and l for 1. */
export const correctionCodeSchema = z
	.string({ error: 'Skriv koden som står på kvittot' })
	.transform((typed) =>
		typed
			.toUpperCase()
			.replaceAll(/[\s\p{Cf}\p{Pd}−]/gu, '')
			.replaceAll('O', '0')
			.replaceAll(/[IL]/g, '1')
	)
	.refine((code): code is CorrectionCode => new RegExp(`^[${alphabet}]{${String(codeLength)}}$`).test(code), {
		error: 'Skriv koden som på kvittot: fem grupper med fyra tecken. Något tecken saknas eller är fel'
	});
