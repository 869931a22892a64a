import { expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { finding } from '../../../support/findingBuilder.ts';
import { frameColumns, lagesbildInput, releasedTable } from '../../../support/lagesbildInput.ts';

const frame = releasedTable('kannedom-barn', {
	columns: frameColumns,
	rows: [
		['polis', 'Polisen', 1, 1, 0, [0, 0]],
		['socialtjanst', 'Socialtjänsten', 6, 9, 20, '..'],
		['skola', 'Skolan', 12, 14, 1200, [400, 1200]],
		['civilsamhalle', 'Civilsamhället', 8, 11, '..', '..'],
		['alla', 'Alla sektorer', 27, 35, '..', '..']
	]
});

const routine = releasedTable('A7', {
	columns: [
		['ja_alla', 'Ja, alla'],
		['nej', 'Nej']
	],
	rows: [
		['polis', 'Polisen', 1, 0],
		['skola', 'Skolan', 5, 0],
		['civilsamhalle', 'Civilsamhället', '..', 3]
	]
});

const needs = releasedTable('S20-socialtjanst', {
	columns: [['inte', 'Inte']],
	rows: [
		['boende', 'Skyddat boende', 3],
		['exit', 'Stöd för att lämna', 3],
		['tolk', 'Tolk', 1],
		['vard', 'Vård', '..']
	]
});

const consequences = releasedTable('K17-skola', {
	columns: [['vanligt', 'Vanligt']],
	rows: [
		['skam', 'Skam', 1],
		['skulder', 'Skulder', 1]
	]
});

const { readers } = buildLagesbild(
	lagesbildInput([frame, routine, needs, consequences], {
		findings: [
			finding('f1', {
				statement: 'Stödet är svårt att hitta',
				priority: { severity: 1, extent: 1, influence: 1, reasons: 'Skäl.' }
			}),
			finding('f2', { statement: 'Få frågar.' })
		]
	})
);

const words = 'barn och elever som fått eller lovats ersättning';

it('tells each sector what it told, of released values only, and never what a single unit answered of routines', () => {
	expect(readers?.feedback.sectors).toEqual([
		{ title: 'Polisen', asked: 1, answered: 1, told: [`Ni kände inte till några ${words}.`] },
		{
			title: 'Socialtjänsten',
			asked: 9,
			answered: 6,
			told: [
				`Ni kände till högst 20 ${words}.`,
				'Det stöd som flest av er saknar: skyddat boende och stöd för att lämna (3 enheter vardera).'
			]
		},
		{
			title: 'Skolan',
			asked: 14,
			answered: 12,
			told: [
				`Ni kände till minst 400 och högst 1\u00a0200 ${words}.`,
				'5 av er frågar alla i målgruppen, och ingen svarar att ni inte frågar.'
			]
		},
		{
			title: 'Civilsamhället',
			asked: 11,
			answered: 8,
			told: [`Hur många ${words} ni kände till visas inte, för att ingen ska kunna pekas ut.`]
		}
	]);
});

it('has the findings by the ids that measures point at, the most urgent first', () => {
	expect(readers?.feedback.findings).toEqual([
		{ findingId: 'f2', statement: 'Få frågar.' },
		{ findingId: 'f1', statement: 'Stödet är svårt att hitta.' }
	]);
});
