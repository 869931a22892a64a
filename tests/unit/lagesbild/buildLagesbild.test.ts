import { describe, expect, it } from 'vitest';
import { buildLagesbild } from '#lib/lagesbild/buildLagesbild.ts';
import { emptyTexts, lagesbildInput, releasedTable } from '../../support/lagesbildInput.ts';
import { adults, arenas, causes, change, children } from '../../support/targetGroupTables.ts';

describe('the summary', () => {
	it('tells what each sector knows of with its base, intervals where units may overlap, and words for what is hidden', () => {
		const { summary } = buildLagesbild(lagesbildInput([adults, children, change, causes]));
		expect(summary).toEqual([
			'Svarande: 27 av 35 tillfrågade enheter (polisen 1 av 1, socialtjänsten 6 av 9, skolan 12 av 14, civilsamhället 8 av 11).',
			'Vuxna som fått ersättning för sex: polisen kände till 9, socialtjänsten 12–23 och civilsamhället 14–31. Tillsammans är det minst 14 och högst 63 personer.',
			'Barn och elever som fått eller lovats ersättning: polisen kände till 0 och civilsamhället högst 7. Antalet hos socialtjänsten visas inte. Ingen enhet i skolan angav något antal. Hur många det är tillsammans visas inte.',
			'Förändring: de 5 enheter i socialtjänsten som angav antal båda gångerna räknade 16 vuxna som fått ersättning för sex 2025 och 20 2026. Orsak som flest anger: ”Vi har arbetat mer eller mindre med frågan” (3 enheter).'
		]);
	});

	it('says once how least, most and hidden numbers are read', () => {
		const { reading, chapters } = buildLagesbild(lagesbildInput([adults]));
		expect(reading).toMatch(/^Minst är talet hos den enda enhet som känner till flest personer\. Högst är/);
		expect(JSON.stringify(chapters)).not.toContain('Minst är talet');
	});

	it('is at most six sentences, and none when there is nothing to tell', () => {
		expect(buildLagesbild(lagesbildInput([])).summary).toEqual([]);
	});

	it('stands beside the standard caution', () => {
		expect(buildLagesbild(lagesbildInput([])).caution).toBe(
			'Uppgifterna visar vad verksamheterna känner till, inte hur många som faktiskt är utsatta. En ökning kan bero på att fler frågar, fler utbildats eller att lagen ändrats. En låg siffra kan bero på att ingen frågar.'
		);
	});
});

describe('the figures', () => {
	const lagesbild = buildLagesbild(lagesbildInput([adults, children, change, arenas]));

	it('of what is known are intervals, with a gap where it is hidden, no place where nobody gave a number, and everything in words', () => {
		expect(lagesbild.figures.find(({ id }) => id === 'figur-kannedom-barn')).toEqual({
			id: 'figur-kannedom-barn',
			title: 'Tabell kannedom-barn: minst och högst',
			alt: 'Liggande staplar från minsta till högsta antal. Polisen: 0. Socialtjänsten: visas inte. Skolan: ingen enhet angav antal. Civilsamhället: visas inte. Alla sektorer: visas inte.',
			table: 'kannedom-barn',
			kind: 'range',
			unit: 'personer',
			categories: ['Polisen', 'Socialtjänsten', 'Civilsamhället', 'Alla sektorer'],
			series: [{ name: 'Minst och högst', values: [[0, 0], null, null, null] }]
		});
	});

	it('of answers are bars by row with a part for each sector, beside the sectors’ own numbers', () => {
		expect(lagesbild.figures.find(({ id }) => id === 'figur-former')).toEqual({
			id: 'figur-former',
			title: 'Former och arenor: enheter som svarat ”vanligt”',
			alt: 'Liggande staplar delade efter sektor: antal enheter som svarat ”vanligt”. Gata: socialtjänsten 1. Annonssida: socialtjänsten 4.',
			table: 'former',
			kind: 'stacked-bar',
			unit: 'enheter',
			categories: ['Gata', 'Annonssida'],
			series: [{ name: 'Socialtjänsten', values: [1, 4] }]
		});
		expect(lagesbild.tables.find(({ id }) => id === 'former')).toMatchObject({
			columns: [
				{ id: 'socialtjanst-vanligt', title: 'Socialtjänsten: vanligt' },
				{ id: 'socialtjanst-forekommer', title: 'Socialtjänsten: förekommer' }
			],
			rows: [
				{ id: 'gata', cells: [{ value: 1 }, { value: 3 }] },
				{ id: 'annonssida', cells: [{ value: 4 }, { value: 2 }] }
			]
		});
	});

	it('of change show two years of the same units where both are shown, never one number as a trend', () => {
		expect(lagesbild.figures.find(({ id }) => id === 'figur-utveckling')).toMatchObject({
			kind: 'horizontal-bar',
			categories: ['Vuxna som fått ersättning för sex – socialtjänsten'],
			series: [
				{ name: '2025', values: [16] },
				{ name: '2026', values: [20] }
			]
		});
	});

	it('are each followed by their table', () => {
		const blocks = lagesbild.chapters.flatMap(({ sections }) =>
			sections.flatMap((section) => section.blocks)
		);
		const placed = blocks.flatMap((block, place) =>
			block.kind === 'figure' ? [{ figure: block.figure, next: blocks[place + 1] }] : []
		);
		expect(placed.map(({ figure }) => figure).toSorted()).toEqual(
			lagesbild.figures.map(({ id }) => id).toSorted()
		);
		for (const { figure, next } of placed) {
			const table = lagesbild.figures.find(({ id }) => id === figure)?.table;
			expect(next).toEqual({ kind: 'table', table });
		}
	});
});

describe('the chapters', () => {
	it('stand in the order of the law, with what the samordnare wrote as paragraphs and lists', () => {
		const texts = { ...emptyTexts, analys: 'Först\nhelt.\n\n- ett\n- två' };
		const { chapters } = buildLagesbild(lagesbildInput([adults], { texts }));
		expect(chapters.map(({ id }) => id)).toEqual([
			'kartlaggning',
			'annan_information',
			'analys',
			'metod',
			'skydd'
		]);
		expect(chapters[2]?.sections).toEqual([
			{
				id: 'analys',
				title: 'Samlad analys',
				blocks: [
					{ kind: 'paragraph', text: 'Först helt.' },
					{ kind: 'list', items: ['ett', 'två'] }
				]
			}
		]);
	});

	it('answer Brå’s four control questions before the quality declaration', () => {
		const metod = buildLagesbild(lagesbildInput([])).chapters.find(({ id }) => id === 'metod');
		expect(metod?.sections.map(({ id }) => id)).toEqual([
			'whyThisProblem',
			'sourcesUsed',
			'limitsOfSources',
			'meaningOfLimits',
			'relevans',
			'tillforlitlighet',
			'bortfall',
			'aktualitet',
			'jamforbarhet'
		]);
		// 1 + 9 + 14 + 11 = 35 asked, 1 + 6 + 12 + 8 = 27 answered, 8 missing
		expect(metod?.sections.find(({ id }) => id === 'bortfall')?.blocks[0]).toEqual({
			kind: 'paragraph',
			text: '27 av 35 tillfrågade enheter svarade. Vad de 8 enheter som inte svarade känner till är okänt. Talen har inte räknats upp för bortfallet.'
		});
	});

	it('tell how the data are protected, with the limits and the number of hidden values', () => {
		const skydd = buildLagesbild(lagesbildInput([])).chapters.find(({ id }) => id === 'skydd');
		const texts = skydd?.sections.flatMap(({ blocks }) =>
			blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
		);
		expect(texts?.at(-1)).toBe(
			'Lägesbilden består av 1\u00a0240 tal. 40 av dem döljs. En fristående beräkning har därefter kontrollerat resultatet.'
		);
	});

	it('hold one table of change, with the stated cause or why numbers cannot be compared', () => {
		const { tables } = buildLagesbild(lagesbildInput([change, causes]));
		const table = tables.find(({ id }) => id === 'utveckling');
		const rows = table?.rows;
		expect(rows?.[0]?.cells.at(-2)).toEqual({ kind: 'text', text: 'Går inte att jämföra' });
		expect(table?.notes).toContain(
			'Går inte att jämföra, frågan har ändrats sedan 2025: Polisen, vuxna som fått ersättning för sex.'
		);
		expect(rows?.map(({ group, title, cells }) => [group, title, cells.at(-1)])).toEqual([
			['Vuxna som fått ersättning för sex', 'Polisen', { kind: 'empty' }],
			[
				'Vuxna som fått ersättning för sex',
				'Socialtjänsten',
				{ kind: 'text', text: '”Vi har arbetat mer eller mindre med frågan” (3 enheter)' }
			],
			[
				'Vuxna som fått ersättning för sex',
				'Civilsamhället',
				{ kind: 'text', text: 'Ingen uppgift om orsak' }
			]
		]);
	});

	it('answer what has changed also when there is nothing to compare with', () => {
		const { chapters } = buildLagesbild(lagesbildInput([adults]));
		expect(chapters[0]?.sections.find(({ id }) => id === 'utveckling')?.blocks).toEqual([
			{
				kind: 'paragraph',
				text: 'Det finns inga uppgifter från en tidigare omgång med samma frågor att jämföra med.'
			}
		]);
	});

	it('show beside each number who answered, what it rests on and how sure the units are', () => {
		const basis = releasedTable('S1_underlag-socialtjanst', {
			columns: [
				['uttag_ur_system', 'Uttag'],
				['gruppens_bedomning', 'Gruppen'],
				['ej_besvarat', 'Ej besvarat']
			],
			rows: [['S1.underlag', 'Enheter', 3, 1, 2]],
			unit: 'enheter'
		});
		const certainty = releasedTable('Z8', {
			columns: [
				['hog', 'Hög'],
				['medel', 'Medel'],
				['lag', 'Låg']
			],
			rows: [
				['polis', 'Polisen', 1, 0, 0],
				['socialtjanst', 'Socialtjänsten', 4, 0, 2]
			],
			unit: 'enheter'
		});
		const { tables } = buildLagesbild(lagesbildInput([adults, basis, certainty]));
		const extent = tables.find(({ id, columns }) => id === 'kannedom-vuxna' && columns[0]?.id === 'svarat');
		expect(extent?.rows.slice(0, 2)).toEqual([
			{
				id: 'polis',
				title: 'Polisen',
				cells: [
					{ kind: 'text', text: '1 av 1' },
					{ kind: 'interval', low: 9, high: 9 },
					{ kind: 'text', text: 'Inte frågat' },
					{ kind: 'text', text: 'Hög' }
				]
			},
			{
				id: 'socialtjanst',
				title: 'Socialtjänsten',
				cells: [
					{ kind: 'text', text: '6 av 9' },
					{ kind: 'interval', low: 12, high: 23 },
					{ kind: 'text', text: 'Uttag ur system (3 av 4)' },
					{ kind: 'text', text: 'Hög 4, låg 2' }
				]
			}
		]);
	});
});
