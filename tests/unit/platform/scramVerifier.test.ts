import { expect, test } from 'vitest';
import { scramVerifier } from '../../../src/lib/server/db/scramVerifier.ts';

test('the verifier agrees with the example of RFC 7677', () => {
	// User "user", password "pencil": the server's key signs the exchange that RFC 7677, section 3, prints.
	const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
	expect(scramVerifier('pencil', salt)).toBe(
		'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU='
	);
});
