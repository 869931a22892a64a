import type { EarlierSurvey } from '#lib/reference/earlierSurvey.ts';
import type { ReferenceEvent } from '#lib/reference/referenceEvent.ts';
import type { ReferenceArea, ReferenceSeries } from '#lib/reference/referenceSeries.ts';

/** What lägesbilder are read beside: public statistics, events and what was known before the first round. */
export interface ReferenceInReport {
	/** The own kommun first, then those it is compared with. */
	readonly areas: readonly ReferenceArea[];
	readonly series: readonly ReferenceSeries[];
	/** In the order of time. */
	readonly events: readonly ReferenceEvent[];
	readonly surveys: readonly EarlierSurvey[];
}
