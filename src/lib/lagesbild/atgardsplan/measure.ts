import type { CalendarDate } from '#lib/shared/calendarDate.ts';

export const measureKinds = [
	'attityd',
	'forebygga',
	'forhindra',
	'avskracka',
	'stod',
	'kompetens',
	'samverkan',
	'medborgarlofte'
] as const;
export type MeasureKind = (typeof measureKinds)[number];

export const measureKindName: Readonly<Record<MeasureKind, string>> = {
	attityd: 'Påverka attityder',
	forebygga: 'Förebygga',
	forhindra: 'Förhindra',
	avskracka: 'Avskräcka',
	stod: 'Stöd',
	kompetens: 'Kompetens',
	samverkan: 'Samverkan',
	medborgarlofte: 'Medborgarlöfte'
};

export const measureStatuses = ['planerad', 'pagar', 'klar', 'avbruten'] as const;
export type MeasureStatus = (typeof measureStatuses)[number];

export const measureStatusName: Readonly<Record<MeasureStatus, string>> = {
	planerad: 'Planerad',
	pagar: 'Pågår',
	klar: 'Klar',
	avbruten: 'Avbruten'
};

/** A row of a released table: what the next round measures again. */
export interface Indicator {
	readonly table: string;
	readonly row: string;
	/** As it was called when it was chosen. */
	readonly title: string;
}

/** A goal that can be followed up: specific, measurable, accepted, realistic; its time is the measure's own. */
export interface Goal {
	readonly specific: string;
	readonly measurable: string;
	readonly accepted: string;
	readonly realistic: string;
}

export interface MeasureContent {
	/** One sentence, also the heading. */
	readonly text: string;
	readonly kind: MeasureKind;
	/** The nämnd that answers for it. */
	readonly board: string;
	/** The function that does it: never a person's name. */
	readonly responsible: string;
	readonly partners: readonly string[];
	readonly from: CalendarDate;
	readonly to: CalendarDate;
	/** Whole kronor for the whole time, told for itself; null: within what is budgeted. */
	readonly cost: number | null;
	readonly funding: string;
	readonly goal: Goal;
	readonly indicator: Indicator | null;
}

/** What was seen when somebody followed it up. */
export interface FollowUp {
	readonly on: CalendarDate;
	readonly by: string;
	readonly status: MeasureStatus;
	readonly text: string;
}

export interface Measure {
	readonly measureId: string;
	readonly content: MeasureContent;
	readonly findingIds: readonly string[];
	/** The latest first. */
	readonly followUps: readonly FollowUp[];
}

/** A measure is planned until somebody has followed it up. */
export function statusOf({ followUps }: Pick<Measure, 'followUps'>): MeasureStatus {
	return followUps[0]?.status ?? 'planerad';
}

export function isUnderWay(measure: Pick<Measure, 'followUps'>): boolean {
	const status = statusOf(measure);
	return status === 'planerad' || status === 'pagar';
}
