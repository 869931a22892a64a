export interface AnsweredFile {
	readonly bytes: Uint8Array;
	readonly mediaType: string;
	readonly name: string;
}

/** A file to be shown by the browser or saved by it. Without a word of its own no cache keeps it (hooks.server.ts). */
export function fileAnswer(
	{ bytes, mediaType, name }: AnsweredFile,
	disposition: 'inline' | 'attachment',
	headers: Readonly<Record<string, string>> = {}
): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			...headers,
			'content-type': mediaType,
			'content-length': String(bytes.byteLength),
			'content-disposition': `${disposition}; filename="${name}"`
		}
	});
}
