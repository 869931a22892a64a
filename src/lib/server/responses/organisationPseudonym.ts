import type { KeyRing } from '../keys/keyRing.ts';

/** The organisation's name in the answers of a series, as unitPseudonym is the unit's. Hex. */
export function organisationPseudonym(
	keys: KeyRing,
	{ seriesId, organisationId }: { readonly seriesId: string; readonly organisationId: string }
): string {
	return Buffer.from(keys.hmac('series-pseudonym', `${seriesId}/organisation/${organisationId}`)).toString(
		'hex'
	);
}
