import { encodeWhole, isWorthCompressing, type ContentCoding } from './contentCoding.ts';
import type { FilledPage } from './drawnPage.ts';

/** A page as it is sent by whoever writes its head at once: encoded, where it is not already and gains from it. */
export function encodedPage({ bytes, headers }: FilledPage, coding: ContentCoding | null): FilledPage {
	const said = new Map(headers);
	const isWorthwhile = isWorthCompressing({
		status: 200,
		contentType: said.get('content-type') ?? '',
		contentLength: bytes.length,
		isEncoded: said.has('content-encoding')
	});
	if (!isWorthwhile) return { bytes, headers };
	const varying = [...headers, ['vary', 'Accept-Encoding'] as const];
	if (coding === null) return { bytes, headers: varying };
	const encoded = encodeWhole(bytes, coding);
	return {
		bytes: encoded,
		headers: [
			...varying.filter(([name]) => name !== 'content-length'),
			['content-length', String(encoded.length)],
			['content-encoding', coding]
		]
	};
}
