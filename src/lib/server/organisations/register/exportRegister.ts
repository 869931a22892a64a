import { exportRows } from '#lib/organisations/register/exportRows.ts';
import { columnHeading, columnKeys } from '#lib/organisations/register/registerCells.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { insertAuditEvent } from '../../audit/auditStore.ts';
import { withMunicipality } from '../../db/connection.ts';
import { writeCsv } from '../../spreadsheets/writeCsv.ts';
import { writeXlsx } from '../../spreadsheets/writeXlsx.ts';
import { readRegister } from './registerStore.ts';

export const registerFormats = ['csv', 'xlsx'] as const;
export type RegisterFormat = (typeof registerFormats)[number];

const mediaTypes: Readonly<Record<RegisterFormat, string>> = {
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

export interface RegisterDownload {
	readonly name: string;
	readonly mediaType: string;
	readonly bytes: Uint8Array;
}

/** The whole register as a file that can be changed and read in again. That it was taken out is recorded. */
export async function exportRegister(
	application: Application,
	actor: Actor,
	format: RegisterFormat
): Promise<Result<RegisterDownload, 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const at = application.clock.now();
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const rows = [columnKeys.map((key) => columnHeading[key]), ...exportRows(await readRegister(sql))];
		await insertAuditEvent(sql, actor, { action: 'register-exported', subject: format, at });
		return accepted({
			name: `partnerregister-${dayInSweden(at)}.${format}`,
			mediaType: mediaTypes[format],
			bytes: format === 'csv' ? writeCsv(rows) : writeXlsx('Partnerregister', rows)
		});
	});
}
