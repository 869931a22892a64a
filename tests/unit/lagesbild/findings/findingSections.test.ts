import { describe, expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { evidenceGroups } from '#lib/lagesbild/findings/evidenceGroups.ts';
import type { Finding } from '#lib/lagesbild/findings/finding.ts';
import { missingInFinding } from '#lib/lagesbild/findings/missingInFinding.ts';
import { cellText } from '#lib/lagesbild/cellText.ts';
import { missingForPublication } from '#lib/lagesbild/missingForPublication.ts';
import { finding } from '../../../support/findingBuilder.ts';
import { emptyTexts, lagesbildInput } from '../../../support/lagesbildInput.ts';
import { adults, arenas } from '../../../support/targetGroupTables.ts';

const whole = finding('hel', {
	statement: 'Fler vuxna är kända än för ett år sedan',
	explanation: 'Fler enheter frågar.',
	evidence: ['status-socialtjanst', 'figur-kannedom-vuxna', 'kannedom-vuxna', 'finns-inte'],
	degree: 'well-supported',
	views: {
		polis: 'Färre anmälningar.',
		socialtjanst: '',
		skola: '',
		civilsamhalle: '- Fler söker\n- Fler nekas'
	},
	consequences: { persons: 'Skuld och skam.', society: '' },
	causes: [
		{ kind: 'risk', level: 'individual', strength: 'strong', text: 'Skulder', grounds: 'C7' },
		{ kind: 'protective', level: 'school', strength: 'weak', text: 'En vuxen att lita på.', grounds: '' }
	],
	knowledgeGaps: 'Vården har inte tillfrågats.',
	priority: { severity: 4, extent: 3, influence: 3, reasons: 'Kommunen kan fråga fler.' }
});

function analysisOf(findings: readonly Finding[]) {
	const lagesbild = buildLagesbild(lagesbildInput([adults, arenas], { findings }));
	const chapter = lagesbild.chapters.find(({ id }) => id === 'analys');
	return { lagesbild, sections: chapter?.sections ?? [] };
}

describe('findings in the analysis chapter', () => {
	it('stand in order of priority, under a table that says how each was weighed', () => {
		const { lagesbild, sections } = analysisOf([finding('mindre'), whole]);
		expect(sections.map(({ id, title }) => [id, title])).toEqual([
			['prioritering', 'Iakttagelser i prioritetsordning'],
			['iakttagelse-1', 'Fler vuxna är kända än för ett år sedan'],
			['iakttagelse-2', 'Få skolor frågar om sex mot ersättning']
		]);
		const table = lagesbild.tables.find(({ id }) => id === 'prioritering');
		expect(table?.rows.map(({ id, cells }) => [id, ...cells.map(cellText)])).toEqual([
			['hel', '1 (36 av 64)', 'mycket hög (4)', 'hög (3)', 'hög (3)', 'Väl belagd'],
			['mindre', '2 (24 av 64)', 'mycket hög (4)', 'medelhög (2)', 'hög (3)', 'Indikation']
		]);
	});

	it('say what they rest on, what each sector says, what follows, why, and what is not known', () => {
		const { sections } = analysisOf([whole]);
		expect(sections[1]?.blocks).toEqual([
			{
				kind: 'paragraph',
				text: 'Prioritet 1 av 1. Väl belagd: flera källor som inte bygger på varandra säger samma sak.'
			},
			{ kind: 'paragraph', text: 'Fler enheter frågar.' },
			{ kind: 'figure', figure: 'figur-kannedom-vuxna' },
			{ kind: 'table', table: 'kannedom-vuxna' },
			{ kind: 'heading', level: 1, text: 'Så säger sektorerna' },
			{
				kind: 'side-by-side',
				items: [
					{ title: 'Polisen', blocks: [{ kind: 'paragraph', text: 'Färre anmälningar.' }] },
					{ title: 'Civilsamhället', blocks: [{ kind: 'list', items: ['Fler söker', 'Fler nekas'] }] }
				]
			},
			{ kind: 'heading', level: 1, text: 'Konsekvenser' },
			{
				kind: 'side-by-side',
				items: [{ title: 'För dem som drabbas', blocks: [{ kind: 'paragraph', text: 'Skuld och skam.' }] }]
			},
			{ kind: 'heading', level: 1, text: 'Orsaker' },
			{
				kind: 'list',
				items: [
					'Riskfaktor, individ, stark: Skulder. Belägg: C7.',
					'Skyddsfaktor, skola, svag: En vuxen att lita på.'
				]
			},
			{ kind: 'heading', level: 1, text: 'Kunskapsluckor' },
			{ kind: 'paragraph', text: 'Vården har inte tillfrågats.' },
			{ kind: 'heading', level: 1, text: 'Skäl till prioriteringen' },
			{ kind: 'paragraph', text: 'Kommunen kan fråga fler.' }
		]);
	});

	it('are chosen evidence among the figures and tables of the same lägesbild, each offered once in the text', () => {
		const { lagesbild } = analysisOf([]);
		const groups = evidenceGroups(lagesbild);
		expect(groups[0]).toEqual({
			title: 'Figurer, med sina tabeller',
			options: lagesbild.figures.map(({ id, title }) => ({ id, title }))
		});
		const offered = groups.flatMap(({ options }) => options.map(({ id }) => id));
		const known = new Set([...lagesbild.figures, ...lagesbild.tables].map(({ id }) => id));
		expect(offered.filter((id) => !known.has(id))).toEqual([]);
	});
});

describe('a finding that cannot be published', () => {
	const pool = buildLagesbild(lagesbildInput([adults]));

	it('lacks a degree of evidence, something that shows it, or a priority with reasons', () => {
		const bare = finding('bar', {
			degree: null,
			priority: { severity: 1, extent: null, influence: 1, reasons: '' }
		});
		const parts = missingInFinding(bare, pool).map(({ place, finding: id, part }) => [place, id, part]);
		expect(parts).toEqual([
			['findings', 'bar', 'degree'],
			['findings', 'bar', 'evidence'],
			['findings', 'bar', 'severity'],
			['findings', 'bar', 'reasons']
		]);
	});

	it('points at a figure or table that this version does not have', () => {
		const texts = missingInFinding(whole, pool).map(({ text }) => text);
		expect(texts).toEqual([
			'Iakttagelsen ”Fler vuxna är kända än för ett år sedan” pekar på en figur eller tabell som inte finns i den här versionen.'
		]);
		expect(missingInFinding(finding('anad'), pool)).toEqual([]);
	});

	it('hinders publication, but the chapter is not empty when there is one', () => {
		const input = lagesbildInput([adults]);
		const missing = missingForPublication({
			texts: { ...emptyTexts, annanInformation: 'Text.' },
			method: input.round.method,
			findings: [finding('anad')],
			quotes: new Map(),
			released: input.released,
			lagesbild: pool
		});
		expect(missing).toEqual([]);
	});
});
