import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const iterations = 4096;

/**
 * The form PostgreSQL itself stores (RFC 5803). Sent instead of the password, which would otherwise
 * stand in clear text in the log of a server with log_statement = 'ddl'.
 * The password must be ASCII: SASLprep is left out.
 */
export function scramVerifier(password: string, salt: Uint8Array = randomBytes(16)): string {
	const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
	const clientKey = createHmac('sha256', salted).update('Client Key').digest();
	const storedKey = createHash('sha256').update(clientKey).digest('base64');
	const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
	return `SCRAM-SHA-256$${String(iterations)}:${Buffer.from(salt).toString('base64')}$${storedKey}:${serverKey}`;
}
