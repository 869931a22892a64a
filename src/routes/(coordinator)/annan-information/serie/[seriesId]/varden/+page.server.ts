import { error, fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { valuesSchema } from '#lib/reference/referenceForms.ts';
import { readingText, type ReferenceReading } from '#lib/reference/referenceNumber.ts';
import { readPeriod } from '#lib/reference/referencePeriod.ts';
import { periodsOf, readingAt } from '#lib/reference/referenceSeries.ts';
import { readSeries } from '#lib/server/reference/readReference.ts';
import { saveValues } from '#lib/server/reference/saveSeries.ts';
import { idInAddress } from '../../../../idInAddress.server.ts';
import { fieldErrors, typedFields } from '../../../../readForm.ts';
import { requireRole } from '../../../../requireActor.server.ts';
import type { Actions, PageServerLoad } from './$types';

const missing = 'Serien finns inte.';

/** As it can be typed again: a mark by its sign, a number with all its decimals. */
function typedReading(reading: ReferenceReading | null): string {
	if (!reading) return '';
	if (reading.kind === 'number') return String(reading.value).replace('.', ',');
	return reading.mark === 'saknas' ? '..' : readingText(reading);
}

export const load: PageServerLoad = async (event) => {
	const actor = requireRole(event, 'samordnare');
	const view = await readSeries(event.locals.application, actor, idInAddress(event.params.seriesId, missing));
	if (!view.ok) error(404, missing);
	const { series, areas } = view.value;
	const asked = readPeriod(event.url.searchParams.get('period') ?? '');
	const isHeld = asked !== null && periodsOf(series).includes(asked);
	return {
		seriesId: series.seriesId,
		title: series.title,
		unit: series.unit,
		isChange: isHeld,
		areas,
		held: {
			period: asked ?? '',
			...Object.fromEntries(
				areas.map(({ code }) => [
					`varde.${code}`,
					asked ? typedReading(readingAt(series, { area: code, period: asked })) : ''
				])
			)
		}
	};
};

const valueField = /^varde\.(\d{4})$/;

function nested(typed: Readonly<Record<string, string>>) {
	const values = Object.entries(typed).flatMap(([name, text]) => {
		const code = valueField.exec(name)?.[1];
		return code === undefined ? [] : [[code, text] as const];
	});
	return { period: typed['period'], varde: Object.fromEntries(values) };
}

export const actions: Actions = {
	default: async (event) => {
		const actor = requireRole(event, 'samordnare');
		const seriesId = idInAddress(event.params.seriesId, missing);
		const typed = typedFields(await event.request.formData());
		const read = valuesSchema.safeParse(nested(typed));
		if (!read.success) return fail(400, { errors: fieldErrors(read.error), typed, message: null });
		const saved = await saveValues(event.locals.application, actor, { seriesId, values: read.data });
		if (!saved.ok) error(saved.refusal === 'unknown-series' ? 404 : 403, missing);
		redirect(303, resolve('/(coordinator)/annan-information/serie/[seriesId]', { seriesId }));
	}
};
