import { describe, expect, it } from 'vitest';
import { sectors } from '#lib/organisations/sector.ts';
import { libraryQuestionnaire } from '../../support/libraryQuestionnaire.ts';
import { elementNamed, elementsOf, pagesOf, textsIn } from '../../support/surveyElements.ts';
import type { SurveyElement } from '../../support/surveyElements.ts';

function withChildren(element: SurveyElement): readonly SurveyElement[] {
	return [element, ...(element.elements ?? [])];
}

function codesIn({ type, name, choices = [], rows, columns = [] }: SurveyElement): readonly string[] {
	// The `rows` of a comment are its height.
	const lines = type === 'comment' ? [] : (rows ?? []);
	return [
		name,
		...[...choices, ...lines].map(({ value }) => value),
		...columns.map((c) => c.value ?? c.name ?? '')
	];
}

describe.each(sectors)('the questionnaire for %s', (sector) => {
	const survey = libraryQuestionnaire(sector);
	const elements = elementsOf(survey).flatMap(withChildren);

	it('uses each name once', () => {
		const names = elements.map(({ name }) => name.toLowerCase());
		expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
	});

	it('has codes of ASCII letters, digits and underscores', () => {
		expect(elements.flatMap(codesIn).filter((code) => !/^[A-Za-z0-9_]+$/.test(code))).toEqual([]);
	});

	it('has six to nine titled pages with at most eight items each', () => {
		const pages = pagesOf(survey);
		expect(pages.length).toBeGreaterThanOrEqual(6);
		expect(pages.length).toBeLessThanOrEqual(9);
		expect(pages.filter(({ title }) => !title)).toEqual([]);
		const itemsOnPage = pages.map((page) => new Set(page.elements.map(({ itemCode }) => itemCode)).size);
		expect(Math.max(...itemsOnPage)).toBeLessThanOrEqual(8);
	});

	it('shows the definitions first and asks for the approval of the manager last', () => {
		const pages = pagesOf(survey);
		expect(new Set(pages[0]?.elements.map(({ type }) => type))).toEqual(new Set(['html']));
		expect(pages.at(-1)?.elements.at(-1)?.name).toBe('A6');
	});

	it('never speaks of persons as something they do', () => {
		expect(
			textsIn(survey).filter((text) => /prostituerad|hor[ao]r?\b|missbrukare|torsk/i.test(text))
		).toEqual([]);
	});

	it('leaves no reference or word unresolved', () => {
		expect(JSON.stringify(survey)).not.toMatch(/\$part|\$list|\$with|#\w+#/);
	});

	it('names only parameters that it has', () => {
		const words = textsIn([...elements.map(({ title }) => title ?? '')]).flatMap((text) =>
			[...text.matchAll(/\{(\w+)\}/g)].map(([, word]) => word)
		);
		expect(new Set(['kommun', ...words])).toEqual(new Set(['kommun']));
	});

	it('gives every count of persons the unit person', () => {
		const counts = elements.filter(({ flags }) => flags?.includes('PERS'));
		expect(counts.filter(({ unit }) => unit !== 'person').map(({ name }) => name)).toEqual([]);
		expect(counts.filter(({ itemKind }) => !itemKind).map(({ name }) => name)).toEqual([]);
	});

	it('demands the kind of unit, the area, the approval and every core count of persons', () => {
		const required = elements.filter(({ isRequired }) => isRequired).map(({ name }) => name);
		const coreCounts = elements
			.filter(({ flags }) => flags?.includes('PERS') && flags.includes('KÄRNA'))
			.map(({ name }) => name);
		// K1 decides whether the school is asked for its core count at all.
		const gates = sector === 'skola' ? ['K1'] : [];
		expect(required).toEqual(['A1', 'A2', ...gates, ...coreCounts, 'A6']);
	});
});

describe('counts', () => {
	it('are a number or a status, and what the number builds on where the document asks for it', () => {
		const partsOf = (name: string) =>
			elementNamed(libraryQuestionnaire('socialtjanst'), name).elements?.map((part) => part.name);
		expect([partsOf('S1'), partsOf('S7')]).toEqual([
			['S1_antal', 'S1_status', 'S1_underlag'],
			['S7_antal', 'S7_status']
		]);
	});

	it.each([
		['polis', ['P1', 'P7']],
		['socialtjanst', ['S1', 'S5', 'S9', 'S11']],
		['skola', ['K2']],
		['civilsamhalle', ['C1']]
	] as const)('in %s ask for the basis in %s', (sector, codes) => {
		const asked = elementsOf(libraryQuestionnaire(sector)).filter(({ name, elements, columns }) =>
			[...(elements ?? []), ...(columns ?? [])].some(
				(part) => part.name === `${name}_underlag` || part.name === 'underlag'
			)
		);
		expect(asked.map(({ name }) => name)).toEqual(codes);
	});

	it.each([
		['polis', { P1: 'brott', P5: 'insats', P17: 'annons', P22: 'medarbetare', A3: 'medarbetare' }],
		['socialtjanst', { S11: 'anmalan', A4: 'person' }],
		['skola', { K5: 'anmalan', Z2: 'medarbetare' }],
		['civilsamhalle', { C3: 'kontakt' }]
	] as const)('in %s keep different units apart', (sector, units) => {
		const found = Object.keys(units).map((name) => [
			name,
			elementNamed(libraryQuestionnaire(sector), name).unit
		]);
		expect(Object.fromEntries(found)).toEqual(units);
	});

	it('ask about adults and children apart in P11, by the aim of the exploitation', () => {
		const { rows, columns } = elementNamed(libraryQuestionnaire('polis'), 'P11');
		expect(rows?.length).toBe(7);
		expect(columns?.map(({ name }) => name)).toEqual([
			'vuxna_antal',
			'vuxna_status',
			'barn_antal',
			'barn_status'
		]);
	});

	it.each([
		['polis', 'P7', { antal: '{row.status} empty' }],
		['polis', 'P11', { vuxna_antal: '{row.vuxna_status} empty', barn_antal: '{row.barn_status} empty' }],
		['socialtjanst', 'S6', { antal: '{row.status} empty' }],
		['civilsamhalle', 'C1', { antal: '{row.status} empty' }],
		['civilsamhalle', 'C4', { antal: '{row.status} empty' }]
	] as const)('in %s demand in each row of %s a number or a status', (sector, name, conditions) => {
		const columns = elementNamed(libraryQuestionnaire(sector), name).columns ?? [];
		const found = columns.flatMap((column) => (column.requiredIf ? [[column.name, column.requiredIf]] : []));
		expect(Object.fromEntries(found)).toEqual(conditions);
	});

	it('ask in P17 also for the day and the number of sites', () => {
		expect(elementNamed(libraryQuestionnaire('polis'), 'P17').elements?.map(({ name }) => name)).toEqual([
			'P17_antal',
			'P17_status',
			'P17_datum',
			'P17_webbplatser'
		]);
	});
});

describe('questions with several answers', () => {
	it.each([
		['polis', 'Z5', 3],
		['polis', 'Z6', 5],
		['skola', 'K16', 3],
		['civilsamhalle', 'C23', 3]
	] as const)('in %s, %s takes at most %i', (sector, name, limit) => {
		expect(elementNamed(libraryQuestionnaire(sector), name).maxSelectedChoices).toBe(limit);
	});

	it.each([
		['polis', 'P15', ['hela_kommunen']],
		['polis', 'P18', ['inget_monster', 'vet_ej']],
		['polis', 'P19_orsak_barn', ['vet_ej']],
		['skola', 'K10', ['vet_ej']],
		['skola', 'K13', ['ingen']],
		['skola', 'K18', ['vet_ej']],
		['skola', 'K21_hinder', ['inget_hinder']],
		['skola', 'Z5', ['inget_hinder']],
		['civilsamhalle', 'C11', ['ej_aktuellt']],
		['civilsamhalle', 'C20', ['nej', 'vet_ej']]
	] as const)('in %s, %s has answers that rule out every other', (sector, name, codes) => {
		const choices = elementNamed(libraryQuestionnaire(sector), name).choices ?? [];
		expect(choices.flatMap(({ value, isExclusive }) => (isExclusive ? [value] : []))).toEqual(codes);
	});

	it('offer the areas of the municipality and the whole of it', () => {
		expect(elementNamed(libraryQuestionnaire('polis'), 'P15').choices?.map(({ value }) => value)).toEqual([
			'centrum',
			'norra',
			'hela_kommunen'
		]);
	});
});

describe('the school', () => {
	it('answers for the school year that ends in the year of the round', () => {
		const [html] = textsIn(elementNamed(libraryQuestionnaire('skola'), 'definitioner_period')).filter(
			(text) => text.startsWith('<')
		);
		expect(html).toMatch(/läsåret 20\d\d\/20\d\d/);
		expect(html).not.toContain('1 januari');
	});

	it('says who its principal is', () => {
		expect(
			elementNamed(libraryQuestionnaire('skola'), 'A1_huvudman').choices?.map(({ text }) => text)
		).toEqual(['Kommunal', 'Enskild', 'Region', 'Stat']);
	});
});
