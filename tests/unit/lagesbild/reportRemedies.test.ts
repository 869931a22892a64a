import { describe, expect, it, vi } from 'vitest';
import { hideZerosWords } from '#lib/disclosure/design/hideZerosWords.ts';
import type { ProtectionProgress } from '#lib/disclosure/protection.ts';
import { protectReport } from '#lib/server/lagesbild/protectReport.ts';
import type { ReportMaterial } from '#lib/server/lagesbild/reportMaterial.ts';
import { reportRemedies } from '#lib/server/lagesbild/reportRemedies.ts';
import { borderMaterial, letOut, refusalOf, unwatched } from '../../support/reportMaterials.ts';
import { round } from '../../support/roundBuilder.ts';

// Disclosure control and attacks on whole reports, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000 });

const adultsOfPolice =
	'”Hur många personer har polisen haft kännedom om som sålt eller utnyttjats i sex mot ersättning i Sjövalla kommun?”, Vuxna';

function mergedWords(other: string): string {
	return `Visa polisen och ${other} som en sektor i ”Kännedom om vuxna som fått ersättning för sex eller utnyttjats”`;
}

describe('a report that is refused', () => {
	// Disclosure control finds nothing to hide that would protect it.
	const refused = borderMaterial('b37', 15);

	it('after an attack is not tried without the questions that were found out: nothing is told of them already', async () => {
		// What was published before cannot be of these answers, as after a restored copy: the attack can let nothing pass.
		const before = await letOut(borderMaterial('b6', 8, 2024));
		const contradicted: ReportMaterial = {
			...borderMaterial('b4', 8, 2025),
			previous: borderMaterial('b4', 8, 2024).answers,
			published: { previous: { tables: before.tables, zeros: 'open' }, own: null }
		};
		const { unprotected, remedies } = await refusalOf(contradicted, 0);
		const why = unprotected.flatMap(({ equations }) => equations);
		expect(new Set(why)).toEqual(
			new Set([
				'Den som lägger ihop tabellerna kan räkna fram vad enskilda enheter har svarat här, eller att det är få personer. Prövningen har redan gjorts med allt om frågan utelämnat. Det räckte inte.'
			])
		);
		const found = unprotected.map(({ label }) => label);
		expect(found).toContain(`Polisen: ${adultsOfPolice}`);
		const withheld = remedies.untried
			.map(({ words }) => words)
			.filter((words) => words.startsWith('Visa inget'));
		expect(
			withheld.filter((words) => found.some((label) => words.includes(label.split(': ')[1] ?? label)))
		).toEqual([]);
		expect(remedies.untried.map(({ words }) => words)).toContain(hideZerosWords);
	});

	it('is told what there was no time to try, what helps most often first', async () => {
		const { remedies } = await refusalOf(refused, 0);
		expect([remedies.helpful, remedies.unhelpful, remedies.planned]).toEqual([[], [], 4386]);
		expect(remedies.untried.map(({ words }) => words)).toEqual([
			hideZerosWords,
			`Visa inget om ${adultsOfPolice} (Polisen)`,
			mergedWords('socialtjänsten'),
			mergedWords('civilsamhället'),
			'Visa inte uppdelningen Under 15 år, 15–17 år, 18–25 år, 26–39 år, 40 år eller äldre, Okänd',
			'Visa inte uppdelningen Kvinna/flicka, Man/pojke, Annan könsidentitet, Okänt/ej noterat',
			'Slå ihop ”Under 15 år” och ”15–17 år”',
			'Slå ihop ”15–17 år” och ”18–25 år”',
			'Slå ihop ”18–25 år” och ”26–39 år”',
			'Slå ihop ”26–39 år” och ”40 år eller äldre”',
			'Slå ihop ”Man/pojke” och ”Annan könsidentitet”',
			'Slå ihop ”Man/pojke” och ”Okänt/ej noterat”',
			'Slå ihop ”Kvinna/flicka” och ”Man/pojke”',
			'Slå ihop ”Annan könsidentitet” och ”Okänt/ej noterat”',
			'Slå ihop ”Kvinna/flicka” och ”Annan könsidentitet”',
			'Höj gränsen till 6 personer',
			'Höj gränsen till 7 personer'
		]);
		// Two splits may be changed in the same words: their tables tell them apart.
		expect(
			remedies.untried.find(({ words }) => words === 'Slå ihop ”Under 15 år” och ”15–17 år”')?.tables
		).toEqual([
			'Polisen: Samma personer efter kön och ålder',
			'Civilsamhället: Direkt utsatta efter kön och ålder'
		]);
	});

	it('is not tried with another table plan when it is published, and with no limit over ten', async () => {
		const published: ReportMaterial = {
			...refused,
			round: round({ threshold: 9, keepsOrganisations: true }),
			published: { previous: null, own: { tables: [], zeros: 'open' } }
		};
		const watched = { watch: unwatched, limit: 0, attempt: () => Promise.resolve('cancelled' as const) };
		expect(
			await reportRemedies(published, { sectors: ['polis'], counts: [], beside: [] }, watched)
		).toMatchObject({
			untried: [
				{ words: 'Sänk gränsen till 5 personer' },
				{ words: 'Sluta skydda organisationernas egna tal' },
				{ words: 'Höj gränsen till 10 personer' }
			]
		});
	});

	it('is cancelled while changes are tried', async () => {
		const stopping = new AbortController();
		const report = ({ step }: ProtectionProgress) => {
			if (step === 'remedying') stopping.abort();
		};
		expect(await protectReport(refused, { report, signal: stopping.signal })).toBe('cancelled');
	});
});
