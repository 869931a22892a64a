import type { Obstacle, Wish, WishOutcome } from '#lib/disclosure/protection.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { hidingReasonText } from './hidingReasonText.ts';

export const wishName: Readonly<Record<Wish, string>> = {
	'must-show': 'Måste visas',
	'rather-hide': 'Döljs hellre'
};

/** What became of a wish, without a word about why: it stands in the protocol for good. */
export function wishOutcomeText({ wish, shown, hidden }: WishOutcome): string {
	const all = shown + hidden;
	if (all === 0) return 'Gäller inget tal i tabellerna.';
	if (wish === 'must-show') {
		if (hidden === 0) return 'Visas.';
		return shown === 0 ? 'Kunde inte visas.' : `${numberText(shown)} av ${numberText(all)} tal visas.`;
	}
	if (hidden === 0) return 'Behövde inte döljas.';
	return shown === 0 ? 'Döljs.' : `${numberText(hidden)} av ${numberText(all)} tal döljs.`;
}

/** Why a number that must be shown is not, for those who judge the draft. */
export function obstacleText({ label, reason, equations }: Obstacle): string {
	if (reason !== 'complementary')
		return `${label}: dold av sitt eget skäl (${hidingReasonText[reason].clause}).`;
	if (equations.length === 0) return `${label}: behövs för att andra dolda tal inte ska gå att räkna ut.`;
	return `${label}: om den visades gick ett dolt tal att räkna ut. ${equations.join('. ')}.`;
}
