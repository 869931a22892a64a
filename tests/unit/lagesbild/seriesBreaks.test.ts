import { describe, expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { changeColumns, lagesbildInput, releasedTable } from '../../support/lagesbildInput.ts';

const law = 'den 1 juli 2025 ändrades lagen';
const broken = (reason: string) => `Går inte att jämföra: seriebrott, ${reason}`;

const buyers = releasedTable('utveckling-kopare', {
	columns: changeColumns,
	rows: [
		['polis', 'Polisen', '', '', '', broken(law)],
		['socialtjanst', 'Socialtjänsten', '', '', '', broken(law)],
		['civilsamhalle', 'Civilsamhället', '', '', '', 'Går inte att jämföra: frågan ställdes inte 2025']
	]
});
const adults = releasedTable('utveckling-vuxna', {
	columns: changeColumns,
	rows: [
		['polis', 'Polisen', 5, 16, 20, 'Samma enheter båda gångerna'],
		['socialtjanst', 'Socialtjänsten', '', '', '', broken('frågan gäller nu bara dömda')]
	]
});
const asked = releasedTable('P3-polis', {
	columns: changeColumns,
	rows: [['P3', 'Personer', '', '', '', broken(law)]]
});

const sentences = [
	'Seriebrott: antalet vuxna som fått ersättning för sex hos socialtjänsten går inte att jämföra med förra gången. Skälet: frågan gäller nu bara dömda.',
	`Seriebrott: antalet personer som köpt sex hos polisen och socialtjänsten går inte att jämföra med förra gången. Skälet: ${law}.`
];

describe('a series that breaks', () => {
	const { chapters, summary } = buildLagesbild(lagesbildInput([adults, buyers, asked]));

	it('is named in the chapter on change, by reason, with how many numbers the appendix names', () => {
		const section = chapters[0]?.sections.find(({ id }) => id === 'utveckling');
		expect(
			section?.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).slice(1, -1)
		).toEqual([
			...sentences,
			'Sammanlagt 1 tal i tabellbilagan har seriebrott sedan förra gången. Där står vilka, och varför.'
		]);
	});

	it('is named in the summary beside what can be compared', () => {
		expect(summary.at(-1)).toBe(
			`Förändring: de 5 enheter i polisen som angav antal båda gångerna räknade 16 vuxna som fått ersättning för sex 2025 och 20 2026. ${sentences.join(' ')}`
		);
	});

	it('is no word of where nothing broke', () => {
		const { summary: silent } = buildLagesbild(
			lagesbildInput([releasedTable('x', { columns: [], rows: [] })])
		);
		expect(silent.join(' ')).not.toContain('Seriebrott');
	});
});
