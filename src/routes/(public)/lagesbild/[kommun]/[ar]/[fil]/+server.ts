import { error } from '@sveltejs/kit';
import { fileAnswer } from '#lib/server/http/fileAnswer.ts';
import { readPublishedFile } from '#lib/server/lagesbild/readPublished.ts';
import { notPublishedText, publishedAddress } from '../publishedAddress.ts';
import type { RequestHandler } from './$types';

const year = 'public, max-age=31536000, immutable';
const shortly = 'public, max-age=300';

export const GET: RequestHandler = async ({ locals, params, request, url }) => {
	const address = publishedAddress({ params, url });
	const found = await readPublishedFile(locals.application, { ...address, file: params.fil });
	if (!found.ok) error(404, notPublishedText);
	const file = found.value;
	const etag = `"${Buffer.from(file.sha256).toString('hex')}"`;
	const headers = {
		etag,
		// The page's links name the version, which never changes; without it, a new one may take its place.
		'cache-control': address.version === undefined ? shortly : year
	};
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	const name = [
		address.slug,
		params.ar,
		...(address.version === undefined ? [] : [`v${String(address.version)}`]),
		file.name
	].join('-');
	const disposition = file.mediaType === 'application/pdf' ? 'inline' : 'attachment';
	return fileAnswer({ ...file, name }, disposition, headers);
};
