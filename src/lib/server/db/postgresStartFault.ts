/** PostgreSQL did not start or could not make its files; the message is all that it wrote. */
export class PostgresStartFault extends Error {
	override readonly name = 'PostgresStartFault';

	/** The line that tells the reason. */
	get reason(): string {
		const lines = this.message.trim().split('\n');
		const fatal = lines.findLast((line) => /\b(?:FATAL|PANIC):/.test(line)) ?? lines.at(-1) ?? '';
		return fatal.replace(/^.*\b(?:FATAL|PANIC):\s*/, '');
	}
}
