import { idInAddress } from '../../idInAddress.server.ts';

/** @throws a 404 page when the address holds no round's id. */
export function roundIdOf({ params }: { readonly params: { readonly roundId: string } }): string {
	return idInAddress(params.roundId, 'Omgången finns inte');
}
