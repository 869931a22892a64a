import { createHmac } from 'node:crypto';

/**
 * The key of a record for cell-key perturbation: a whole number from 0 to 2³² − 1 that looks drawn by lot. It follows from
 * the secret and the record's lasting identity alone, so that a person counted in two rounds has the same key in both;
 * without the secret nobody can tell it. Whoever changes the secret lets readers average the noise away.
 */
export function recordKey(secret: Uint8Array, record: string): number {
	return createHmac('sha256', secret).update(`cell key\n${record}`).digest().readUInt32BE(0);
}
