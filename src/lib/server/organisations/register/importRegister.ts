import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { fileRows, type RegisterFile } from '#lib/organisations/register/fileRows.ts';
import { planImport, type ImportPlan } from '#lib/organisations/register/planImport.ts';
import { columnKeys } from '#lib/organisations/register/registerCells.ts';
import type { Fate } from '#lib/organisations/register/rowFate.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../../access/actor.ts';
import type { Application } from '../../application.ts';
import { withMunicipality, type Sql } from '../../db/connection.ts';
import {
	hashOfPlan,
	openImport,
	planForgetting,
	sealImport,
	type ImportSeal
} from '../../imports/keptImport.ts';
import { readSheet } from '../../spreadsheets/readSheet.ts';
import type { SheetRefusal } from '../../spreadsheets/sheet.ts';
import { changeRegister } from './changeRegister.ts';
import { deleteImport, findImport, insertImport } from './importStore.ts';
import { readRegister } from './registerStore.ts';
import { writePlan } from './writePlan.ts';

export type UploadRefusal = SheetRefusal | 'no-headings' | 'no-rows' | 'not-allowed';

const storedSchema = z.object({
	rows: z.array(z.object({ line: z.number(), cells: z.partialRecord(z.enum(columnKeys), z.string()) })),
	unread: z.array(z.string())
});

/** Reads a file and keeps its rows, sealed, until they are confirmed or a day old. Nothing of the register is changed. */
export async function uploadRegister(
	application: Application,
	actor: Actor,
	bytes: Uint8Array
): Promise<Result<{ readonly importId: string }, UploadRefusal>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	const sheet = readSheet(bytes);
	if (!sheet.ok) return sheet;
	const file = fileRows(sheet.value);
	if (!file.ok) return file;
	const importId = randomUUID();
	const createdAt = application.clock.now();
	const { accountId: createdBy, municipalityId } = actor;
	const sealedRows = sealImport(application, sealOf(importId), file.value);
	await withMunicipality(application.database, municipalityId, async (sql) => {
		await insertImport(sql, { importId, createdAt, createdBy, sealedRows });
		await planForgetting(sql, { municipalityId, createdAt });
	});
	return accepted({ importId });
}

function sealOf(importId: string): ImportSeal {
	return { purpose: 'register-import', importId };
}

async function readStored(
	application: Application,
	sql: Sql,
	importId: string
): Promise<RegisterFile | null> {
	const stored = await findImport(sql, importId);
	if (!stored) return null;
	const { createdAt, sealedRows: sealed } = stored;
	return storedSchema.nullable().parse(openImport(application, sealOf(importId), { createdAt, sealed }));
}

export interface ImportView {
	readonly plan: ImportPlan;
	readonly unread: readonly string[];
	readonly counts: Readonly<Record<Fate, number>>;
	/** Stands for everything in the plan: what is confirmed must have the same. */
	readonly planHash: string;
}

function countFates({ rows }: ImportPlan): Record<Fate, number> {
	const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 };
	for (const { fate } of rows) counts[fate] += 1;
	return counts;
}

async function viewImport(
	application: Application,
	sql: Sql,
	importId: string
): Promise<Result<ImportView, 'unknown-import'>> {
	const file = await readStored(application, sql, importId);
	if (!file) return refused('unknown-import');
	const today = dayInSweden(application.clock.now());
	const plan = planImport(await readRegister(sql), { rows: file.rows, today });
	return accepted({ plan, unread: file.unread, counts: countFates(plan), planHash: hashOfPlan(plan) });
}

/** What the file would do to the register as it stands now. */
export async function readImport(
	application: Application,
	actor: Actor,
	importId: string
): Promise<Result<ImportView, 'unknown-import' | 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, (sql) =>
		viewImport(application, sql, importId)
	);
}

export type ConfirmationRefusal = 'unknown-import' | 'not-allowed' | 'register-changed' | 'nothing-to-write';

/** Writes exactly what was shown, or nothing: the register must still give the plan that the person has seen. */
export async function confirmImport(
	application: Application,
	actor: Actor,
	{ importId, planHash }: { readonly importId: string; readonly planHash: string }
): Promise<Result<Readonly<Record<Fate, number>>, ConfirmationRefusal>> {
	return await changeRegister(application, actor, {
		action: 'register-imported',
		subject: (counts: Readonly<Record<Fate, number>>) =>
			`nya ${counts.new}, ändrade ${counts.changed}, oförändrade ${counts.unchanged}, vägrade ${counts.refused}`,
		make: async (sql, today): Promise<Result<Readonly<Record<Fate, number>>, ConfirmationRefusal>> => {
			const view = await viewImport(application, sql, importId);
			if (!view.ok) return view;
			const { plan, counts } = view.value;
			if (view.value.planHash !== planHash) return refused('register-changed');
			if (counts.new + counts.changed === 0) return refused('nothing-to-write');
			await writePlan(sql, { plan, today });
			await deleteImport(sql, importId);
			return accepted(counts);
		}
	});
}

/** Throws the file away. */
export async function discardImport(
	application: Application,
	actor: Actor,
	importId: string
): Promise<Result<null, 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		await deleteImport(sql, importId);
		return accepted(null);
	});
}
