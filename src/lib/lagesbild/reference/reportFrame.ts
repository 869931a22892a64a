import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { QuotableValue } from '../quoted/quotableValues.ts';

/** The report that they stand in. */
export interface ReportFrame {
	/** Released values of ours that a series may stand beside. */
	readonly values: readonly QuotableValue[];
	readonly year: number;
	readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
	/** The day it was compiled. */
	readonly date: CalendarDate;
}
