import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { deleteImportsBefore } from '../organisations/register/importStore.ts';
import { deleteReferenceImportsBefore } from '../reference/referenceImportStore.ts';
import { deleteUnfilledSeries } from '../reference/seriesStore.ts';
import { earliestKept } from './keptImport.ts';

/** Throws away what was read of a municipality's files and nobody has confirmed in time. */
export async function forgetImports(application: Application, municipalityId: string): Promise<void> {
	const earliest = earliestKept(application);
	await withMunicipality(application.database, municipalityId, async (sql) => {
		await deleteImportsBefore(sql, earliest);
		await deleteUnfilledSeries(sql, await deleteReferenceImportsBefore(sql, earliest));
	});
}
