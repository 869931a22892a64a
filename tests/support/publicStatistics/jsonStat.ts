/** As PxWeb writes "json-stat2": two kommuner, the sexes and two years. The numbers are invented. */
export function jsonStatDataset(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
	return {
		version: '2.0',
		class: 'dataset',
		label: 'Anmälda brott efter region, kön och år',
		source: 'Påhittad myndighet',
		updated: '2026-03-27T07:00:00Z',
		id: ['Region', 'Kon', 'ContentsCode', 'Tid'],
		size: [2, 2, 1, 2],
		dimension: {
			Region: {
				label: 'region',
				category: { index: { '9999': 0, '9991': 1 }, label: { '9991': 'Bergåsa', '9999': 'Sjövalla' } }
			},
			Kon: { label: 'kön', category: { index: ['1', '1+2'], label: { '1': 'män', '1+2': 'totalt' } } },
			ContentsCode: {
				label: 'tabellinnehåll',
				category: {
					index: { BR01: 0 },
					label: { BR01: 'Anmälda brott' },
					unit: { BR01: { base: 'antal', decimals: 0 } }
				}
			},
			Tid: {
				label: 'år',
				category: { index: { '2024': 0, '2025': 1 }, label: { '2024': '2024', '2025': '2025' } }
			}
		},
		role: { time: ['Tid'], geo: ['Region'], metric: ['ContentsCode'] },
		value: [7, 8, 10, 12, 5, null, 9, null],
		status: { '5': '..', '7': '-' },
		...more
	};
}

/** As PxWeb writes "json": codes only, and all values as texts. */
export function pxWebAnswer(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
	return {
		columns: [
			{ code: 'Region', text: 'region', type: 'd' },
			{ code: 'Tid', text: 'år', type: 't' },
			{ code: 'BR01', text: 'Anmälda brott', comment: 'Preliminärt', type: 'c' }
		],
		comments: [],
		data: [
			{ key: ['9999', '2024'], values: ['10'] },
			{ key: ['9999', '2025'], values: ['12.5'] },
			{ key: ['9991', '2024'], values: ['..'] }
		],
		metadata: [
			{ infofile: 'BE', updated: '2026-03-27', label: 'Anmälda brott', source: 'Påhittad myndighet' }
		],
		...more
	};
}

/** As PC-Axis and PxWeb write PX files, with a title that has been broken over two lines. */
export const pxFile = `CHARSET="ANSI";
AXIS-VERSION="2013";
LANGUAGE="sv";
DECIMALS=1;
MATRIX="BR01";
SUBJECT-CODE="BR";
TITLE="Anmälda brott efter region, kön "
"och kvartal; påhittade tal";
CONTENTS="Anmälda brott";
UNITS="antal";
UNITS[en]="number";
STUB="region","kön";
HEADING="kvartal";
VALUES("region")="Sjövalla","Bergåsa";
VALUES[en]("region")="Sjovalla","Bergasa";
VALUES("kön")="totalt","kvinnor";
VALUES("kvartal")="2025K1","2025K2";
CODES("region")="9999","9991";
CODES("kön")="1+2","2";
CODES("kvartal")="2025K1","2025K2";
TIMEVAL("kvartal")=TLIST(Q1),"20251","20252";
MAP("region")="Sverige_kommun";
LAST-UPDATED="20260327 08:00";
SOURCE="Påhittad myndighet";
NOTE="Med semikolon; inom citat";
DATA=
3 4
1 ".."
2.5 "-"
"." 0
;
`;
