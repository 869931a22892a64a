import type { ToldProtocol } from './protocolForReaders.ts';
import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import type { MethodAnswers } from '#lib/rounds/round.ts';
import type { RoundTime } from '#lib/rounds/roundName.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import type { DistinctPersons } from '#lib/statistics/released/overlapBounds.ts';
import type { PlansInReport } from './atgardsplan/planReport.ts';
import type { Finding } from './findings/finding.ts';
import type { Correction, Lagesbild } from './lagesbild.ts';
import type { PlacedQuotation } from './quotations.ts';
import type { ReferenceInReport } from './reference/referenceInReport.ts';
import type { LagesbildTexts } from './lagesbildTexts.ts';

export interface SectorResponse {
	/** The sector's code, for example `socialtjanst`. */
	readonly sector: string;
	readonly asked: number;
	readonly answered: number;
}

/** Everything a lägesbild is made from. No raw value is among it: tables have passed disclosure control. */
export interface LagesbildInput {
	readonly municipality: Lagesbild['municipality'] & {
		readonly administration: string;
		readonly responsibleBoard: string;
		readonly coordinatorName: string;
		readonly coordinatorEmail: string;
	};
	readonly series: Lagesbild['series'];
	readonly round: RoundTime & {
		readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
		readonly opensOn: CalendarDate;
		readonly closesOn: CalendarDate;
		readonly method: MethodAnswers;
	};
	readonly version: number;
	/** The day it was compiled. */
	readonly date: CalendarDate;
	readonly released: {
		readonly tables: readonly ReleasedTable[];
		readonly response: readonly SectorResponse[];
		readonly protocol: ToldProtocol;
		/** How many distinct persons it can be; absent where no sector told of overlap, and in versions of earlier programs. */
		readonly distinct?: DistinctPersons;
		/** Approved rewordings whose theme is shown. */
		readonly quotations?: readonly PlacedQuotation[];
	};
	readonly texts: LagesbildTexts;
	readonly findings?: readonly Finding[];
	readonly correction?: Correction;
	readonly plans?: PlansInReport;
	readonly reference?: ReferenceInReport;
	readonly approval?: NonNullable<Lagesbild['approval']>;
}
