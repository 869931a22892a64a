import type { Cookies } from '@sveltejs/kit';

/** What the respondents' pages ask of cookies, of Kit's or of these. */
export type LinkCookies = Pick<Cookies, 'get' | 'set' | 'delete' | 'serialize'>;

export interface VisitCookies extends LinkCookies {
	/** As they are to be sent: each a header of its own. */
	readonly written: readonly string[];
}

type Options = Parameters<Cookies['set']>[2];

function readCookies(header: string): ReadonlyMap<string, string> {
	const read = new Map<string, string>();
	for (const pair of header.split(';')) {
		const split = pair.indexOf('=');
		const name = pair.slice(0, split).trim();
		if (split < 0 || read.has(name)) continue;
		read.set(name, pair.slice(split + 1).trim());
	}
	return read;
}

function serialize(
	name: string,
	value: string,
	{ path, maxAge, httpOnly, secure, sameSite }: Options
): string {
	return [
		`${name}=${encodeURIComponent(value)}`,
		...(maxAge === undefined ? [] : [`Max-Age=${String(maxAge)}`]),
		`Path=${path}`,
		...(httpOnly === true ? ['HttpOnly'] : []),
		...(secure === true ? ['Secure'] : []),
		...(sameSite === 'lax' ? ['SameSite=Lax'] : [])
	].join('; ');
}

/** Cookies of a visit that Kit has not seen. The names and values of our own are such that nothing in them is written otherwise. */
export function visitCookies(header: string): VisitCookies {
	const cookies = new Map(readCookies(header));
	const written: string[] = [];
	const set = (name: string, value: string, options: Options) => {
		cookies.set(name, value);
		written.push(serialize(name, value, options));
	};
	return {
		written,
		get: (name) => cookies.get(name),
		set,
		delete: (name, options) => {
			set(name, '', { ...options, maxAge: 0 });
			cookies.delete(name);
		},
		serialize
	};
}
