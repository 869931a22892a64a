import type { Actor } from '#lib/server/access/actor.ts';
import type { Application } from '#lib/server/application.ts';
import { exportRegister } from '#lib/server/organisations/register/exportRegister.ts';
import {
	confirmImport,
	readImport,
	uploadRegister
} from '#lib/server/organisations/register/importRegister.ts';
import { writeXlsx } from '#lib/server/spreadsheets/writeXlsx.ts';
import { startApplicationWithDatabase } from '../support/applicationWithDatabase.ts';
import { findFreePort } from '../support/findFreePort.ts';
import { largeRegister, registerCsv, registerSheet } from '../support/registerFile.ts';
import { insertSmallMunicipality } from '../support/smallMunicipality.ts';

const size = 10_000;
const limit = 10;

function valueOf<Value>(
	outcome: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: string }
): Value {
	if (!outcome.ok) throw new Error(outcome.refusal);
	return outcome.value;
}

async function timed<Value>(
	work: () => Promise<Value>
): Promise<{ readonly value: Value; readonly seconds: number }> {
	const start = performance.now();
	const value = await work();
	return { value, seconds: Math.round(performance.now() - start) / 1000 };
}

/** Upload and preview, then the writing, then the same file once more. */
async function measure(application: Application, actor: Actor, bytes: Uint8Array) {
	const preview = () =>
		timed(async () => {
			const { importId } = valueOf(await uploadRegister(application, actor, bytes));
			return { importId, view: valueOf(await readImport(application, actor, importId)) };
		});
	const first = await preview();
	const { importId, view } = first.value;
	const write = await timed(async () =>
		valueOf(await confirmImport(application, actor, { importId, planHash: view.planHash }))
	);
	const again = await preview();
	return {
		bytes: bytes.length,
		new: view.counts.new,
		refused: view.counts.refused,
		preview_s: first.seconds,
		write_s: write.seconds,
		again_s: again.seconds,
		unchanged_again: again.value.view.counts.unchanged
	};
}

/** An import of 10 000 rows as CSV, and as XLSX into another municipality. One JSON line. */
export async function benchRegister(): Promise<void> {
	const ground = await startApplicationWithDatabase(await findFreePort());
	try {
		const { application } = ground;
		const rows = largeRegister(size);
		const one = (await insertSmallMunicipality(application, '9997')).actors.samordnare;
		const other = (await insertSmallMunicipality(application, '9998')).actors.samordnare;
		const csv = await measure(application, one, registerCsv(rows));
		const xlsx = await measure(application, other, writeXlsx('Register', registerSheet(rows)));
		const exported = await timed(async () => valueOf(await exportRegister(application, one, 'xlsx')));
		const slowest = Math.max(csv.preview_s + csv.write_s, xlsx.preview_s + xlsx.write_s);
		console.log(
			JSON.stringify({
				rows: size,
				csv,
				xlsx,
				export_s: exported.seconds,
				limit_s: limit,
				is_within: slowest < limit,
				peak_mb: Math.round(process.resourceUsage().maxRSS / 1024)
			})
		);
	} finally {
		await ground.stop();
	}
}
