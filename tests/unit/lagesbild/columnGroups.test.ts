import { expect, test } from 'vitest';
import { columnGroups } from '#lib/lagesbild/columnGroups.ts';

function column(id: string, title: string) {
	return { id, title, kind: 'number' as const };
}

test('neighbours whose titles begin alike stand under a common heading', () => {
	expect(
		columnGroups([
			column('polis', 'Polisen'),
			column('s-v', 'Socialtjänsten: vanligt'),
			column('s-f', 'Socialtjänsten: förekommer'),
			column('c-v', 'Civilsamhället: vanligt')
		])
	).toEqual([
		{ heading: '', columns: [column('polis', 'Polisen')] },
		{ heading: 'Socialtjänsten', columns: [column('s-v', 'Vanligt'), column('s-f', 'Förekommer')] },
		{ heading: '', columns: [column('c-v', 'Civilsamhället: vanligt')] }
	]);
});

test('columns keep their order and number', () => {
	const columns = [column('a', 'Frågar: nej'), column('b', 'Kan räkna: nej'), column('c', 'Frågar: ja')];
	expect(columnGroups(columns).flatMap((group) => group.columns)).toEqual(columns);
});
