import { changeColumns, frameColumns, releasedTable } from './lagesbildInput.ts';

/** What the sectors know of adults, children and change, as disclosure control might release it. */
export const adults = releasedTable('kannedom-vuxna', {
	columns: frameColumns,
	rows: [
		['polis', 'Polisen', 1, 1, 9, [9, 9]],
		['socialtjanst', 'Socialtjänsten', 6, 9, 23, [12, 23]],
		['civilsamhalle', 'Civilsamhället', 8, 11, 31, [14, 31]],
		['alla', 'Alla sektorer', '', '', '', [14, 63]]
	]
});
export const children = releasedTable('kannedom-barn', {
	columns: frameColumns,
	rows: [
		['polis', 'Polisen', 1, 1, 0, [0, 0]],
		['socialtjanst', 'Socialtjänsten', 6, 9, '..', '..'],
		['skola', 'Skolan', 12, 14, 'Ingen enhet angav antal', ''],
		['civilsamhalle', 'Civilsamhället', 8, 11, 7, '..'],
		['alla', 'Alla sektorer', '', '', '', '..']
	]
});
export const change = releasedTable('utveckling-vuxna', {
	columns: changeColumns,
	rows: [
		['polis', 'Polisen', '', '', '', 'Går inte att jämföra: frågan har ändrats sedan 2025'],
		['socialtjanst', 'Socialtjänsten', 5, 16, 20, 'Samma enheter båda gångerna'],
		['civilsamhalle', 'Civilsamhället', 6, '..', 14, 'Samma enheter båda gångerna']
	]
});
export const causes = releasedTable('S26_orsak_vuxna-socialtjanst', {
	columns: [
		['valt', 'Enheter som valt svaret'],
		['tillfragade', 'Enheter som fick frågan']
	],
	rows: [
		['faktisk_forandring', 'Faktisk förändring i utsattheten', 1, 4],
		['arbetat_mer_eller_mindre', 'Vi har arbetat mer eller mindre med frågan', 3, 4]
	],
	unit: 'enheter'
});
export const arenas = releasedTable('S15-socialtjanst', {
	columns: [
		['vanligt', 'Vanligt'],
		['forekommer', 'Förekommer'],
		['ej_besvarat', 'Ej besvarat']
	],
	rows: [
		['gata', 'Gata', 1, 3, 0],
		['annonssida', 'Annonssida', 4, 2, 0]
	],
	unit: 'enheter'
});
