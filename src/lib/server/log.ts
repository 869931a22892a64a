import type { Clock } from './clock.ts';

/** Everything a log line may hold. A new field is a decision: no names, addresses, tokens, free text or URLs. */
const fieldNames = [
	'errorId',
	'errorName',
	'code',
	'constraint',
	'table',
	'frames',
	'route',
	'method',
	'status',
	'milliseconds',
	'task',
	'jobId',
	'attempt',
	'migration',
	'signal',
	'port',
	'processId',
	'count',
	'municipalityId',
	'roundId'
] as const;

export type LogFields = Partial<Record<(typeof fieldNames)[number], string | number | readonly string[]>>;

export interface Log {
	info(event: string, fields?: LogFields): void;
	warn(event: string, fields?: LogFields): void;
	error(event: string, fields?: LogFields): void;
}

function picked(fields: LogFields): LogFields {
	return Object.fromEntries(
		fieldNames.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]])
	);
}

/** One JSON object a line: at, level, event and the fields of the closed list. */
export function createLog(clock: Clock, write: (line: string) => void): Log {
	const line =
		(level: 'info' | 'warn' | 'error') =>
		(event: string, fields: LogFields = {}) => {
			write(`${JSON.stringify({ at: clock.now().toISOString(), level, event, ...picked(fields) })}\n`);
		};
	return { info: line('info'), warn: line('warn'), error: line('error') };
}

/**
 * What may be logged of a fault. The message is left out: PostgreSQL's detail holds "Key (email)=(anna@…) already exists",
 * JSON.parse quotes what it read, and zod shows what was typed.
 */
export function faultFields(fault: unknown): LogFields {
	if (!(fault instanceof Error)) return { errorName: typeof fault };
	const { code, constraint_name, table_name } = fault as Error & Record<string, unknown>;
	const frames = (fault.stack ?? '')
		.split('\n')
		.filter((text) => /^\s+at /.test(text))
		.map((text) => text.trim())
		.slice(0, 12);
	return {
		errorName: fault.name,
		...(typeof code === 'string' && { code }),
		...(typeof constraint_name === 'string' && { constraint: constraint_name }),
		...(typeof table_name === 'string' && { table: table_name }),
		frames
	};
}
