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
	// Found out by the attack, whatever of the question is left out.
	const attacked = borderMaterial('b4', 8, 2024);

	it('is told what would let it out, each change tried with the same attack', async () => {
		const { unprotected, remedies } = await refusalOf(attacked, 20_000);
		expect(unprotected.map(({ label }) => label)).toEqual(
			['Vuxna', 'Barn under 18 år'].map((row) => `Polisen: ${adultsOfPolice.replace('Vuxna', row)}`)
		);
		expect(remedies.helpful).toEqual([
			{ change: { kind: 'hide-zeros' }, words: hideZerosWords, tables: [], shown: 4148 }
		]);
		expect(remedies.planned).toBe(4326);
		// Not of the counts themselves: everything told of them was left out before the report was refused.
		const others = [...remedies.unhelpful, ...remedies.untried];
		expect(others.map(({ words }) => words)).toEqual([
			mergedWords('socialtjänsten'),
			mergedWords('civilsamhället'),
			'Visa inget om ”Hur många vuxna personer har enheten haft kännedom om som under perioden fått ersättning för sex?” (Socialtjänsten)',
			'Visa inget om ”Hur många personer med erfarenhet av sex mot ersättning mötte ni i Sjövalla kommun?”, Direkt utsatta vuxna (Civilsamhället)',
			'Visa inget om ”Hur många barn har enheten haft kännedom om eller misstänkt har fått eller lovats ersättning för sexuell handling?” (Socialtjänsten)',
			'Visa inget om ”Hur många elever gällde det?” (Skolan)',
			'Visa inget om ”Hur många personer med erfarenhet av sex mot ersättning mötte ni i Sjövalla kommun?”, Direkt utsatta barn (Civilsamhället)',
			'Höj gränsen till 6 personer',
			'Höj gränsen till 7 personer'
		]);
		const { shown } = await letOut({ ...attacked, design: [{ kind: 'hide-zeros' }] });
		expect([...shown.values()].filter((value) => value !== null).length).toBe(4148);
	});

	it('is told what there was no time to try, what helps most often first', async () => {
		const { remedies } = await refusalOf(borderMaterial('b37', 15), 0);
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
			...attacked,
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
		expect(await protectReport(attacked, { report, signal: stopping.signal })).toBe('cancelled');
	});
});
