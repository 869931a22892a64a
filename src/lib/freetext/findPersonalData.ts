import { findEmailAddresses, findPhoneNumbers } from './contactDetails.ts';
import type { Finding } from './finding.ts';
import { findIdentityNumbers } from './identityNumber.ts';
import { findNames } from './personName.ts';
import { plainSigns } from './plainSigns.ts';
import { findAddresses } from './streetAddress.ts';
import { findRegistrationNumbers } from './vehicle.ts';

// In order of certainty: what an earlier one has taken is not looked at again, so that a personnummer is no telephone.
const detectors: readonly ((text: string) => Finding[])[] = [
	findIdentityNumbers,
	findEmailAddresses,
	findPhoneNumbers,
	findRegistrationNumbers,
	findAddresses,
	findNames
];

function findInPlainSigns(text: string): Finding[] {
	const found: Finding[] = [];
	for (const detect of detectors) {
		const fresh = detect(text).filter(
			({ start, end }) => !found.some((taken) => start < taken.end && taken.start < end)
		);
		found.push(...fresh);
	}
	return found.sort((a, b) => a.start - b.start);
}

/**
 * What in a text looks like personal data, in the order of the text and without overlap, also when it was copied from a
 * program that sets other spaces and hyphens. It finds what has a form or a place in a list; a person described without
 * name or number is not found by any program.
 */
export function findPersonalData(text: string): Finding[] {
	const plain = plainSigns(text);
	if (!plain) return findInPlainSigns(text);
	const placeOf = (unit: number) => plain.places[unit] ?? text.length;
	return findInPlainSigns(plain.text).map(({ kind, start, end }) => ({
		kind,
		start: placeOf(start),
		end: placeOf(end - 1) + 1
	}));
}
