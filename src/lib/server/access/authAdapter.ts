import { createAdapterFactory, type CustomAdapter } from 'better-auth/adapters';
import { randomUUID } from 'node:crypto';
import { withMunicipality, type Database, type Sql } from '../db/connection.ts';
import {
	deleteAuthRows,
	insertAuthRow,
	municipalityBehind,
	selectAuthRows,
	updateAuthRows,
	type Condition
} from './authStore.ts';
import { toFields, toRow } from './authTables.ts';

type Fields = Record<string, unknown>;

/** The token that was asked with is put back: only its hash is stored. */
function answer(model: string, row: Fields, where: readonly Condition[]): Fields {
	const token = where.find((each) => each.field === 'token')?.value;
	return { ...toFields(model, row), ...(model === 'session' ? { token } : {}) };
}

/** Does work in the municipality of the row that is meant. */
type Within = <Value>(
	where: readonly Condition[],
	nothing: Value,
	work: (sql: Sql) => Promise<Value>
) => Promise<Value>;

function withinMunicipalityBehind(database: Database): Within {
	return async (where, nothing, work) => {
		const municipalityId = await municipalityBehind(database.sql, where);
		return municipalityId ? await withMunicipality(database, municipalityId, work) : nothing;
	};
}

function reading(within: Within): Pick<CustomAdapter, 'findOne' | 'findMany' | 'count'> {
	return {
		findOne: async <T>({ model, where }: { model: string; where: Condition[] }) => {
			const rows = await within(where, [], (sql) => selectAuthRows(sql, model, { where, limit: 1 }));
			const [row] = rows;
			return (row ? answer(model, row, where) : null) as T | null;
		},
		findMany: async <T>({ model, where = [], limit }: Parameters<CustomAdapter['findMany']>[0]) => {
			const rows = await within(where, [], (sql) => selectAuthRows(sql, model, { where, limit }));
			return rows.map((row) => answer(model, row, where)) as T[];
		},
		count: async ({ model, where = [] }) => {
			const limit = 1_000_000;
			return (await within(where, [], (sql) => selectAuthRows(sql, model, { where, limit }))).length;
		}
	};
}

function writing(within: Within): Omit<CustomAdapter, keyof ReturnType<typeof reading>> {
	return {
		create: async ({ model, data }) => {
			const owner: Condition[] = [{ field: 'userId', operator: 'eq', value: data['userId'] }];
			await within(owner, undefined, (sql) => insertAuthRow(sql, model, toRow(model, data)));
			return data;
		},
		update: async <T>({ model, where, update }: { model: string; where: Condition[]; update: T }) => {
			const row = toRow(model, update as Fields);
			const [changed] = await within(where, [], (sql) => updateAuthRows(sql, model, { where, row }));
			return (changed ? answer(model, changed, where) : null) as T | null;
		},
		updateMany: async ({ model, where, update }) => {
			const row = toRow(model, update);
			return (await within(where, [], (sql) => updateAuthRows(sql, model, { where, row }))).length;
		},
		delete: async ({ model, where }) => {
			await within(where, 0, (sql) => deleteAuthRows(sql, model, where));
		},
		deleteMany: ({ model, where }) => within(where, 0, (sql) => deleteAuthRows(sql, model, where))
	};
}

function storage(database: Database): CustomAdapter {
	const within = withinMunicipalityBehind(database);
	return { ...reading(within), ...writing(within) };
}

/** better-auth on our own tables, so that sign-in too is under row-level security and session tokens are stored hashed. */
export function authAdapter(database: Database) {
	return createAdapterFactory({
		config: {
			adapterId: 'lagesbild',
			adapterName: 'Lägesbild',
			supportsJSON: false,
			supportsDates: true,
			supportsBooleans: true,
			customIdGenerator: () => randomUUID()
		},
		adapter: () => storage(database)
	});
}
