import { oneDecimalText } from '#lib/shared/numberText.ts';
import { error } from '@sveltejs/kit';
import { inhabitantsOf, rateAt } from '#lib/reference/inhabitants.ts';
import { readingText } from '#lib/reference/referenceNumber.ts';
import { periodText } from '#lib/reference/referencePeriod.ts';
import { amountKindText, periodsOf, readingAt, seriesOriginText } from '#lib/reference/referenceSeries.ts';
import { fewPersonsIn } from '#lib/reference/smallNumbers.ts';
import { defaultThreshold } from '#lib/rounds/threshold.ts';
import { readReference } from '#lib/server/reference/readReference.ts';
import { idInAddress } from '../../../idInAddress.server.ts';
import { requireActor } from '../../../requireActor.server.ts';
import type { PageServerLoad } from './$types';

const missing = 'Serien finns inte.';

export const load: PageServerLoad = async (event) => {
	const actor = requireActor(event);
	const seriesId = idInAddress(event.params.seriesId, missing);
	const { series: all, areas } = await readReference(event.locals.application, actor);
	const series = all.find((each) => each.seriesId === seriesId);
	if (!series) error(404, missing);
	const periods = periodsOf(series);
	const inhabitants = inhabitantsOf(all, areas);
	const names = new Map(areas.map(({ code, name }) => [code, name]));
	const isCounted = series.kind === 'antal' || series.kind === 'personer';
	return {
		series: {
			...series,
			values: [],
			kind: amountKindText[series.kind],
			origin: seriesOriginText[series.origin]
		},
		isCounted,
		periods: periods.map((period) => ({ period, text: periodText(period) })),
		rows: areas.map(({ code, name }) => ({
			code,
			name,
			cells: periods.map((period) => {
				const reading = readingAt(series, { area: code, period });
				const isRated = isCounted && reading?.kind === 'number';
				const rate = isRated ? rateAt(reading.value, { area: code, period, inhabitants }) : null;
				return {
					period,
					text: reading ? readingText(reading) : '',
					rate: rate === null ? null : oneDecimalText(rate)
				};
			})
		})),
		few: fewPersonsIn(series, defaultThreshold).map(
			({ area, period, reading }) =>
				`${names.get(area) ?? area} ${periodText(period)}: ${readingText(reading)}`
		),
		threshold: defaultThreshold,
		mayChange: actor.role === 'samordnare'
	};
};
