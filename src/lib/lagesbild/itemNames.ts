import type { ReleasedTable } from '#lib/disclosure/tables/releasedTable.ts';
import { sectorName, sectors } from '#lib/organisations/sector.ts';

/** Short names of the standing questionnaires' items, for rows where the whole question has no room. */
const shortNames: Readonly<Record<string, string>> = {
	A3: 'Medarbetare som möter målgruppen',
	A4: 'Personer i verksamheten under perioden',
	P1: 'Anmälda brott',
	P3: 'Misstänkta för köp av sexuell handling',
	P5: 'Insatser mot köp av sexuell handling',
	P7: 'Personer som sålt sex eller utnyttjats',
	P11: 'Misstänkt utsatta för människohandel eller människoexploatering',
	P17: 'Annonser vid mättillfället',
	P22: 'Medarbetare med särskild utbildning',
	S1: 'Vuxna som fått ersättning för sex',
	S5: 'Vuxna med sexuellt självskadebeteende',
	S6: 'Vuxna misstänkt utsatta för människohandel eller människoexploatering',
	S7: 'Vuxna med hemmavarande barn, av S1',
	S8: 'Vuxna som sökt eller fått stöd för att de köper sex',
	S9: 'Barn som fått eller lovats ersättning',
	S11: 'Orosanmälningar',
	S14: 'Barn som var placerade, av S9',
	S23: 'Personer som saknade insats',
	K2: 'Elever som fått eller lovats ersättning',
	K5: 'Orosanmälningar från skolan',
	C1: 'Personer med erfarenhet av sex mot ersättning',
	C3: 'Kontakter med personerna',
	C4: 'Misstänkt utsatta för människohandel eller människoexploatering',
	C14: 'Personer som nekats eller hänvisats bort på grund av brist på resurser',
	C16: 'Personer som köper sex och vill sluta',
	Z2: 'Medarbetare som fått utbildning'
};

const whose = new RegExp(`-(?:${[...sectors, 'alla'].join('|')})(?:-svar)?$`);

/** `S1` of `S1-socialtjanst` and `S1-socialtjanst-svar`; a municipality's own question may have a hyphen in its name. */
export function elementOfTable({ id }: Pick<ReleasedTable, 'id'>): string {
	return id.replace(whose, '');
}

/** The question without whom it was put to: "Hur många …?" of "Skolan: Hur många …?". */
export function questionOfTable({ title }: Pick<ReleasedTable, 'title'>): string {
	const names = [...sectors.map((sector) => sectorName[sector]), 'Alla sektorer'];
	const prefix = names.map((name) => `${name}: `).find((start) => title.startsWith(start));
	return prefix === undefined ? title : title.slice(prefix.length);
}

/** `S1 Vuxna som fått ersättning för sex`: the item's code, and its short name or its question. */
export function namedItem(table: ReleasedTable): string {
	const element = elementOfTable(table);
	return `${element} ${shortNames[element] ?? questionOfTable(table)}`;
}

/** What a number rests on (L3), by item. */
export function namedBasis(table: ReleasedTable): string {
	const element = elementOfTable(table).replace(/_underlag$/, '');
	return `${element} ${shortNames[element] ?? questionOfTable(table)}`;
}
