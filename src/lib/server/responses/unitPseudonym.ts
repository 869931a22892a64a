import type { KeyRing } from '../keys/keyRing.ts';

/**
 * The unit's name in the answers of a series: an HMAC-SHA256 under a key that is not in the database. The program can
 * follow the same unit from round to round; nobody who holds only the data can tell which unit it is. 32 bytes.
 */
export function unitPseudonym(
	keys: KeyRing,
	unit: { readonly seriesId: string; readonly unitId: string }
): Uint8Array {
	return keys.hmac('series-pseudonym', `${unit.seriesId}/${unit.unitId}`);
}
