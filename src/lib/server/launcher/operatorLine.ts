import { PostgresStartFault } from '../db/postgresStartFault.ts';
import { OperatorFault } from '../operatorFault.ts';

interface CodedFault extends Error {
	readonly code?: unknown;
	readonly path?: unknown;
	readonly port?: unknown;
}

type Sentence = (fault: CodedFault) => string;

function place({ path }: CodedFault): string {
	return typeof path === 'string' ? ` (${path})` : '';
}

const diskIsFull: Sentence = (fault) => `Disken är full${place(fault)}: frigör utrymme och starta igen.`;
const diskIsReadOnly: Sentence = (fault) =>
	`Disken är skrivskyddad${place(fault)}: sätt DATA_DIR till en mapp som går att skriva i.`;
const mayNotWrite: Sentence = (fault) =>
	`Programmet får inte skriva${place(fault)}: ändra rättigheterna eller sätt DATA_DIR till en annan mapp.`;
const noDatabase: Sentence = () => 'Databasen svarar inte: kontrollera värd och port i DATABASE_URL.';
const wrongLogin: Sentence = () =>
	'Databasen godtar inte inloggningen: kontrollera användare och lösenord i DATABASE_URL (eller LAGESBILD_KEY).';

const sentences: Readonly<Record<string, Sentence>> = {
	ENOSPC: diskIsFull,
	EDQUOT: diskIsFull,
	EROFS: diskIsReadOnly,
	EACCES: mayNotWrite,
	EPERM: mayNotWrite,
	ENOTDIR: (fault) => `DATA_DIR är ingen mapp${place(fault)}.`,
	EEXIST: (fault) => `DATA_DIR är ingen mapp${place(fault)}.`,
	EADDRINUSE: ({ port }) =>
		`Port ${String(port)} är upptagen: stoppa det andra programmet eller välj en annan med PORT.`,
	EADDRNOTAVAIL: () => 'HOST är ingen adress på den här maskinen.',
	ECONNREFUSED: noDatabase,
	ECONNRESET: noDatabase,
	ENOTFOUND: noDatabase,
	EAI_AGAIN: noDatabase,
	ETIMEDOUT: noDatabase,
	EHOSTUNREACH: noDatabase,
	CONNECT_TIMEOUT: noDatabase,
	CONNECTION_CLOSED: noDatabase,
	'28P01': wrongLogin,
	'28000': wrongLogin,
	'3D000': () => 'Databasen i DATABASE_URL finns inte: skapa den först.',
	'42501': () =>
		'Databasens användare saknar rättigheter: den ska äga databasen och få skapa roller (createrole).',
	'53100': diskIsFull,
	'53300': () => 'Databasen har inga lediga anslutningar.'
};

// initdb and postgres tell of the disk in words only.
function sentenceOfWords(message: string): string | null {
	if (/No space left on device|Check free disk space/.test(message))
		return 'Disken är full: frigör utrymme och starta igen.';
	if (message.includes('Read-only file system'))
		return 'Disken är skrivskyddad: sätt DATA_DIR till en mapp som går att skriva i.';
	return null;
}

function ownLine(fault: CodedFault): string | null {
	if (fault instanceof OperatorFault) return fault.message;
	const sentence = typeof fault.code === 'string' ? sentences[fault.code] : undefined;
	if (sentence) return sentence(fault);
	const words = sentenceOfWords(fault.message);
	if (words !== null) return words;
	return fault instanceof PostgresStartFault ? `PostgreSQL startade inte: ${fault.reason}` : null;
}

/** One Swedish line for a fault that the operator can mend; null for a fault of the program. */
export function operatorLine(fault: unknown): string | null {
	if (!(fault instanceof Error)) return null;
	return ownLine(fault) ?? operatorLine(fault.cause);
}
