import type { Application } from '#lib/server/application.ts';
import { withMunicipality } from '#lib/server/db/connection.ts';
import { protectionInput, readMaterial } from '#lib/server/lagesbild/reportMaterial.ts';

/** The numbers of a round behind what its published version shows and hides: those that are hidden everywhere, and those shown. */
export async function hiddenNumbers(
	application: Application,
	{ municipalityId, roundId }: { readonly municipalityId: string; readonly roundId: string }
): Promise<{ readonly hidden: ReadonlyMap<string, number>; readonly shown: ReadonlySet<number> }> {
	return await withMunicipality(application.database, municipalityId, async (sql) => {
		const material = await readMaterial(application, sql, roundId);
		if (!material.ok) throw new Error(material.refusal);
		const rows = await sql<{ key: string; value: number | null }[]>`
			select cell_key as key, value from publication_ledger where municipality_id = current_municipality()`;
		const published = new Map(rows.map(({ key, value }) => [key, value]));
		const { cells } = protectionInput({ ...material.value, ledger: new Map() }).set;
		const hidden = cells.filter(({ key }) => published.get(key) === null);
		return {
			hidden: new Map(hidden.map(({ label, value }) => [label, value])),
			shown: new Set([...published.values()].filter((value) => value !== null))
		};
	});
}
