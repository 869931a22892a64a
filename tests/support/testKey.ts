/** The master key of every test: no secret. */
export const testMasterKey: Uint8Array = new Uint8Array(32).fill(7);
