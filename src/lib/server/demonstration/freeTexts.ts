/** What units write in free text, invented, by item. */
export const freeTexts: Readonly<Record<string, readonly string[]>> = {
	A9_beskriv: [
		'Enheten slogs ihop med en annan enhet i våras.',
		'Vi har färre medarbetare än förra året.',
		'Vi har börjat använda ett frågeformulär i de första samtalen.'
	],
	P21_motivera: [
		'Anmälningarna kommer nästan bara från egna insatser. Vi vet för lite om det som sker på nätet.',
		'Frågan tas upp i den lokala problembilden men har inte blivit ett eget löfte.'
	],
	Z7: [
		'Ett nära samarbete mellan fältgruppen och ungdomsmottagningen gör att unga vågar berätta.',
		'Att det finns en namngiven kontaktperson hos polisen.',
		'Kvällsöppet och möjlighet att komma utan att boka tid.',
		'Utbildning för all ny personal.'
	],
	Z10: [
		'Frågorna fångar inte dem som flyttar mellan kommuner.',
		'Vi saknar en fråga om tolk.',
		'Mörkertalet bland unga män är stort.'
	],
	C22: [
		'Den uppsökande verksamheten på nätet har gett många nya kontakter.',
		'Att kommunen betalar för tolk vid våra stödsamtal.',
		'Samverkansmötena varje kvartal.'
	]
};
