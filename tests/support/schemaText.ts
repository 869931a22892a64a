import type { Sql } from '../../src/lib/server/db/connection.ts';

interface Line {
	readonly line: string;
}

async function lines(rows: Promise<readonly Line[]>): Promise<string[]> {
	return (await rows).map(({ line }) => line);
}

function listDomains(sql: Sql): Promise<string[]> {
	return lines(sql<Line[]>`
		select format('create domain %I as %s%s%s;', t.typname, format_type(t.typbasetype, t.typtypmod),
			case when t.typnotnull then ' not null' else '' end,
			coalesce((select string_agg(' ' || pg_get_constraintdef(c.oid), '' order by c.conname)
				from pg_constraint c where c.contypid = t.oid and c.contype = 'c'), '')) as line
		from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('d', 'e') order by t.typname`);
}

function listTables(sql: Sql): Promise<string[]> {
	return lines(sql<Line[]>`select relname as line from pg_class
		where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`);
}

function listColumns(sql: Sql, table: string): Promise<string[]> {
	return lines(sql<Line[]>`
		select format('%I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
			case when a.attidentity <> '' then ' generated as identity' else '' end,
			coalesce(case when a.attgenerated = 's' then ' generated always as ' else ' default ' end
				|| pg_get_expr(d.adbin, d.adrelid), ''),
			case when a.attnotnull then ' not null' else '' end) as line
		from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
		where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`);
}

// PostgreSQL 18 keeps not null as a constraint too; it already stands at the column.
function listConstraints(sql: Sql, table: string): Promise<string[]> {
	return lines(sql<Line[]>`
		select format('constraint %I %s', conname, pg_get_constraintdef(oid)) as line
		from pg_constraint where conrelid = ${table}::regclass and contype <> 'n'
		order by position(contype::text in 'pufxc'), conname`);
}

function listIndexes(sql: Sql, table: string): Promise<string[]> {
	return lines(sql<Line[]>`
		select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i
		where i.indrelid = ${table}::regclass
			and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = i.indrelid)
		order by i.indexrelid::regclass::text`);
}

function listRowSecurity(sql: Sql, table: string): Promise<string[]> {
	return lines(sql<Line[]>`
		select format('alter table %I %s row level security;', relname,
			case when relrowsecurity then case when relforcerowsecurity then 'force' else 'enable' end else 'disable' end) as line
		from pg_class where oid = ${table}::regclass
		union all
		(select format('create policy %I on %I%s for %s to %s%s%s;', policyname, tablename,
			case when permissive = 'PERMISSIVE' then '' else ' as restrictive' end, lower(cmd), array_to_string(roles, ', '),
			' using (' || qual || ')', ' with check (' || with_check || ')')
		from pg_policies where schemaname = 'public' and tablename = ${table} order by policyname)`);
}

function listTriggers(sql: Sql, table: string): Promise<string[]> {
	return lines(sql<Line[]>`select pg_get_triggerdef(oid) || ';' as line from pg_trigger
		where tgrelid = ${table}::regclass and not tgisinternal order by tgname`);
}

function listTableGrants(sql: Sql, table: string): Promise<string[]> {
	return lines(sql<Line[]>`
		select format('grant %s on %I to %s;', string_agg(lower(privilege_type), ', ' order by privilege_type), ${table}::text,
			case when grantee = 0 then 'public' else grantee::regrole::text end) as line
		from pg_class, aclexplode(relacl) where pg_class.oid = ${table}::regclass and grantee <> relowner
		group by grantee order by grantee::regrole::text`);
}

function listColumnGrants(sql: Sql, table: string): Promise<string[]> {
	return lines(sql<Line[]>`
		select format('grant %s (%I) on %I to %s;', lower(privilege_type), attname, ${table}::text, grantee::regrole::text) as line
		from pg_attribute, aclexplode(attacl) where attrelid = ${table}::regclass
		order by grantee::regrole::text, privilege_type, attname`);
}

async function describeTable(sql: Sql, table: string): Promise<string> {
	const parts = [...(await listColumns(sql, table)), ...(await listConstraints(sql, table))];
	const rest = [
		...(await listIndexes(sql, table)),
		...(await listRowSecurity(sql, table)),
		...(await listTriggers(sql, table)),
		...(await listTableGrants(sql, table)),
		...(await listColumnGrants(sql, table))
	];
	return [`create table ${table} (`, parts.map((part) => `\t${part}`).join(',\n'), ');', ...rest].join('\n');
}

/** Ours: all in public, and the doors that we put into the queue's schema. */
function listFunctions(sql: Sql): Promise<string[]> {
	return lines(sql<Line[]>`
		select format(E'%s;\nalter function %s owner to %s;%s', trim(both E'\n' from pg_get_functiondef(p.oid)), p.oid::regprocedure,
			p.proowner::regrole,
			(select string_agg(format(E'\ngrant execute on function %s to %s;', p.oid::regprocedure,
				case when grantee = 0 then 'public' else grantee::regrole::text end), '' order by grantee::regrole::text)
			from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) where grantee <> p.proowner)) as line
		from pg_proc p
		where p.pronamespace = 'public'::regnamespace or p.proname like 'lagesbild\\_%'
		order by p.oid::regprocedure::text`);
}

/** What else is in public: sequences, views. Their names are enough: there should be none. */
function listOthers(sql: Sql): Promise<string[]> {
	return lines(sql<Line[]>`
		select format('-- %s of kind %s', relname, relkind) as line from pg_class
		where relnamespace = 'public'::regnamespace and relkind not in ('r', 'p', 'i', 'I', 't', 'c') order by relname`);
}

function listSchemaGrants(sql: Sql): Promise<string[]> {
	return lines(sql<Line[]>`
		select format('grant %s on schema %I to %s;', lower(privilege_type), nspname,
			case when grantee = 0 then 'public' else grantee::regrole::text end) as line
		from pg_namespace, aclexplode(coalesce(nspacl, acldefault('n', nspowner)))
		where nspname in ('public', 'graphile_worker') and grantee <> nspowner
		order by nspname, grantee::regrole::text, privilege_type`);
}

/** The whole schema as one text that is the same for the same schema, whatever the order it was made in. */
export async function schemaText(sql: Sql): Promise<string> {
	const tables: string[] = [];
	for (const table of await listTables(sql)) tables.push(await describeTable(sql, table));
	const sections = [
		(await listSchemaGrants(sql)).join('\n'),
		(await listDomains(sql)).join('\n'),
		...tables,
		...(await listOthers(sql)),
		...(await listFunctions(sql))
	];
	return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}
