/** One visitor's cookies and requests: what a browser without JavaScript does. Redirects are not followed. */
export interface Visitor {
	get(address: string): Promise<Response>;
	post(address: string, fields: URLSearchParams): Promise<Response>;
}

export function openVisitor(origin: string): Visitor {
	const cookies = new Map<string, string>();
	const request = async (address: string, init: RequestInit): Promise<Response> => {
		const headers = new Headers(init.headers);
		headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
		headers.set('origin', origin);
		// Asked for anything, Kit's form actions answer with JSON for its own scripts.
		headers.set('accept', 'text/html');
		const response = await fetch(new URL(address, origin), { ...init, headers, redirect: 'manual' });
		for (const cookie of response.headers.getSetCookie()) {
			const [name = '', ...value] = (cookie.split(';')[0] ?? '').split('=');
			cookies.set(name, value.join('='));
		}
		return response;
	};
	return {
		get: (address) => request(address, {}),
		post: (address, fields) => request(address, { method: 'POST', body: fields })
	};
}
