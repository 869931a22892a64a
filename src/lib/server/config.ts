import { resolve } from 'node:path';
import { z } from 'zod';
import { OperatorFault } from './operatorFault.ts';

/** What the environment says. Without DATABASE_URL the program starts PostgreSQL itself and may make its own key. */
export interface Settings {
	readonly port: number;
	/** The address to listen on; null is this machine only (127.0.0.1 and ::1). */
	readonly host: string | null;
	/** The public address behind a proxy, such as https://lagesbild.sjovalla.se; null when the program is reached directly. */
	readonly origin: string | null;
	readonly dataDirectory: string;
	readonly databaseUrl: string | null;
	/** 32 bytes. */
	readonly masterKey: Uint8Array | null;
	readonly smtpUrl: string | null;
	readonly mailFrom: string | null;
	/** The mailbox that reports of undelivered mail come to; null when none is read. */
	readonly mailbox: string | null;
	/** The most messages a second that the mail server is given. */
	readonly mailsPerSecond: number;
	/** Where Kolada's API v3 is reached, without a slash at the end. */
	readonly koladaUrl: string;
}

/** Settings that are complete: a database to use and a key to use it with. */
export interface Config extends Settings {
	readonly databaseUrl: string;
	readonly masterKey: Uint8Array;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const keyFault =
	'LAGESBILD_KEY ska vara 32 slumpade byte, skrivna som 64 hexadecimala tecken eller som base64';

const smtpRateFault = 'SMTP_RATE ska vara ett heltal mellan 1 och 9999: så många meddelanden i sekunden';

export const masterKeySchema = z
	.string()
	.regex(/^(?:[0-9a-fA-F]{64}|[A-Za-z0-9+/_-]{43}=?)$/, { error: keyFault })
	.transform((text) => new Uint8Array(Buffer.from(text, text.length === 64 ? 'hex' : 'base64')));

function isAddress(text: string, protocols: readonly string[]): boolean {
	const url = URL.parse(text);
	return url !== null && protocols.includes(url.protocol) && url.hostname !== '';
}

function isDatabaseUrl(text: string): boolean {
	const url = URL.parse(text);
	return (
		isAddress(text, ['postgres:', 'postgresql:']) && url?.username !== '' && (url?.pathname.length ?? 0) > 1
	);
}

const settingsSchema = z
	.object({
		PORT: z
			.string()
			.regex(/^\d{1,5}$/, { error: 'PORT ska vara ett heltal mellan 1 och 65535' })
			.transform(Number)
			.refine((port) => port >= 1 && port <= 65_535, { error: 'PORT ska vara ett heltal mellan 1 och 65535' })
			.default(3000),
		HOST: z
			.string()
			.regex(/^[\w.:-]+$/, { error: 'HOST ska vara en IP-adress eller ett värdnamn' })
			.optional(),
		ORIGIN: z
			.string()
			.refine((text) => isAddress(text, ['http:', 'https:']) && URL.parse(text)?.origin === text, {
				error: 'ORIGIN ska vara en adress utan sökväg, till exempel https://lagesbild.kommunen.se'
			})
			.optional(),
		DATA_DIR: z.string().default('./data'),
		DATABASE_URL: z
			.string()
			.refine(isDatabaseUrl, {
				error: 'DATABASE_URL ska ha formen postgres://användare:lösenord@värd:5432/databas'
			})
			.optional(),
		LAGESBILD_KEY: masterKeySchema.optional(),
		SMTP_URL: z
			.string()
			.refine((text) => isAddress(text, ['smtp:', 'smtps:']), {
				error: 'SMTP_URL ska ha formen smtp://användare:lösenord@värd:587 eller smtps://…'
			})
			.optional(),
		MAIL_FROM: z
			.string()
			.regex(/^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
				error: 'MAIL_FROM ska vara en e-postadress, till exempel Lägesbild <lagesbild@kommunen.se>'
			})
			.optional(),
		IMAP_URL: z
			.string()
			.refine((text) => isAddress(text, ['imap:', 'imaps:']) && URL.parse(text)?.username !== '', {
				error: 'IMAP_URL ska ha formen imaps://användare:lösenord@värd:993/INBOX'
			})
			.optional(),
		SMTP_RATE: z
			.string()
			.regex(/^\d{1,4}$/, { error: smtpRateFault })
			.transform(Number)
			.refine((rate) => rate >= 1, { error: smtpRateFault })
			.default(10),
		KOLADA_URL: z
			.string()
			.refine((text) => isAddress(text, ['http:', 'https:']) && !/[?#]/.test(text), {
				error: 'KOLADA_URL ska vara adressen till Koladas API, till exempel https://api.kolada.se/v3'
			})
			.transform((text) => text.replace(/\/+$/, ''))
			.default('https://api.kolada.se/v3')
	})
	.refine((values) => values.DATABASE_URL === undefined || values.LAGESBILD_KEY !== undefined, {
		error: 'LAGESBILD_KEY krävs när DATABASE_URL är satt (skapa en med: openssl rand -base64 32)',
		when: ({ value }) => typeof value === 'object' && value !== null
	});

// Docker Compose passes a variable that is not set as the empty string.
function withoutEmpty(environment: Environment): Environment {
	return Object.fromEntries(
		Object.keys(settingsSchema.shape)
			.map((name) => [name, environment[name]?.trim()])
			.filter(([, value]) => value !== undefined && value !== '')
	) as Environment;
}

/** @throws {OperatorFault} that names every setting that cannot be used. */
export function readSettings(environment: Environment): Settings {
	const parsed = settingsSchema.safeParse(withoutEmpty(environment));
	if (!parsed.success) {
		const faults = [...new Set(parsed.error.issues.map((issue) => issue.message))];
		throw new OperatorFault(`Inställningarna går inte att använda: ${faults.join('; ')}.`);
	}
	const values = parsed.data;
	return {
		port: values.PORT,
		host: values.HOST ?? null,
		origin: values.ORIGIN ?? null,
		dataDirectory: resolve(values.DATA_DIR),
		databaseUrl: values.DATABASE_URL ?? null,
		masterKey: values.LAGESBILD_KEY ?? null,
		smtpUrl: values.SMTP_URL ?? null,
		mailFrom: values.MAIL_FROM ?? null,
		mailbox: values.IMAP_URL ?? null,
		mailsPerSecond: values.SMTP_RATE,
		koladaUrl: values.KOLADA_URL
	};
}

/** @throws {OperatorFault} when a setting is faulty or the database or key is missing. */
export function readConfig(environment: Environment): Config {
	const { databaseUrl, masterKey, ...rest } = readSettings(environment);
	if (databaseUrl === null || masterKey === null) {
		throw new OperatorFault('DATABASE_URL och LAGESBILD_KEY saknas: starta programmet med npm start.');
	}
	return { ...rest, databaseUrl, masterKey };
}

/** Where people reach the program: the start of every link in a letter. Without ORIGIN it is this machine's own address. */
export function publicAddress(settings: Pick<Settings, 'origin' | 'port'>): string {
	return settings.origin ?? `http://localhost:${String(settings.port)}`;
}
