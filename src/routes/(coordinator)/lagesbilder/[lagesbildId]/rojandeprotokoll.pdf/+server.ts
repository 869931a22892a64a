import { error } from '@sveltejs/kit';
import { readProtocol } from '#lib/server/lagesbild/readProtocol.ts';
import { requireReviewer } from '../../../requireActor.server.ts';
import { lagesbildIdOf } from '../lagesbildEvent.server.ts';
import type { RequestHandler } from './$types';

/** The protocol of disclosure control, for those who write and judge the lägesbild. No cache keeps it. */
export const GET: RequestHandler = async (event) => {
	const actor = requireReviewer(event);
	const protocol = await readProtocol(event.locals.application, actor, lagesbildIdOf(event));
	if (!protocol.ok)
		error(
			404,
			protocol.refusal === 'no-protocol'
				? 'Protokollet sparades inte med den här versionen'
				: 'Lägesbilden finns inte'
		);
	const { bytes, mediaType, name } = protocol.value;
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': mediaType,
			'content-length': String(bytes.byteLength),
			'content-disposition': `inline; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
};
