/** Started by tests/bench/lagesbild.ts: compiles the tables of one round in a process of its own, and tells how. */
import { closeApplication, openApplication } from '#lib/server/application.ts';
import { readConfig } from '#lib/server/config.ts';
import { withMunicipality } from '#lib/server/db/connection.ts';
import { gatherAnswers } from '#lib/server/lagesbild/gatherAnswers.ts';
import { protectionInput } from '#lib/server/lagesbild/reportMaterial.ts';
import { findRound } from '#lib/server/rounds/roundStore.ts';

const [municipalityId = '', roundId = ''] = process.argv.slice(2);
const application = openApplication(readConfig(process.env));
// Whoever asks for a compilation has just read the round's page: the program has its connection.
const round = await withMunicipality(application.database, municipalityId, (sql) => findRound(sql, roundId));
if (!round) throw new Error('No round');
const startedCpu = process.cpuUsage();
const started = performance.now();
const answers = await withMunicipality(application.database, municipalityId, (sql) =>
	gatherAnswers(application, sql, round)
);
const gathered = performance.now();
const nothing = { previous: null, ledger: new Map(), ledgerLines: 0, wishes: [], waivers: [], design: [] };
const { cells, tables } = protectionInput({ ...nothing, round, answers }).set;
const built = performance.now();
const { user, system } = process.cpuUsage(startedCpu);
const figures = {
	seconds: Math.round(built - started) / 1000,
	gather_s: Math.round(gathered - started) / 1000,
	tables_s: Math.round(built - gathered) / 1000,
	// Moves less with other work on the machine; the database's own share is not in it.
	cpu_s: Math.round((user + system) / 1000) / 1000,
	peak_mb: Math.round(process.resourceUsage().maxRSS / 1024),
	tables: tables.length,
	cells: cells.length
};
await closeApplication(application);
console.log(JSON.stringify(figures));
