import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';

type Json = Record<string, unknown>;

/** A questionnaire of one page with these elements. */
export function questionnaire(elements: readonly Json[], more: Json = {}): Json {
	return questionnaireOfPages([elements], more);
}

export function questionnaireOfPages(pages: readonly (readonly Json[])[], more: Json = {}): Json {
	return {
		sector: 'polis',
		instrumentCode: 'prov',
		instrumentVersion: 1,
		title: 'Prov',
		pages: pages.map((elements, index) => ({ name: `sida${String(index + 1)}`, elements })),
		...more
	};
}

/** The compiled questionnaire; throws with the faults when it cannot be compiled. */
export function compiled(json: unknown): Instrument {
	const compilation = compileInstrument(json);
	if (!compilation.ok) throw new Error(JSON.stringify(compilation.faults, null, 1));
	return compilation.value;
}

export function compiledElements(...elements: readonly Json[]): Instrument {
	return compiled(questionnaire(elements));
}

export const statusChoices = ['noll', 'vet_ej', 'fragar_inte', 'kan_inte_lamnas_ut', 'galler_inte'];

/** A count item as the library writes it: number, status and basis. */
export function countItem(code: string, more: Json = {}): Json {
	return {
		type: 'panel',
		name: code,
		title: `Hur många i ${code}?`,
		itemCode: code,
		itemVersion: 1,
		itemKind: 'count',
		unit: 'person',
		flags: ['PERS', 'KÄRNA'],
		elements: [
			{ type: 'text', inputType: 'number', name: `${code}_antal`, title: 'Antal', min: 0, max: 9999 },
			{ type: 'radiogroup', name: `${code}_status`, title: 'Om antal saknas', choices: statusChoices },
			{
				type: 'dropdown',
				name: `${code}_underlag`,
				title: 'Underlag',
				choices: ['register', 'manuell', 'bedomning'],
				visibleIf: `{${code}_antal} notempty`
			}
		],
		...more
	};
}

/** A count matrix as the library writes it. */
export function countMatrix(code: string, rows: readonly string[], more: Json = {}): Json {
	return {
		type: 'matrixdropdown',
		name: code,
		title: `Hur många i ${code}?`,
		itemCode: code,
		itemKind: 'count',
		unit: 'person',
		flags: ['PERS'],
		rows,
		columns: [
			{ name: 'antal', title: 'Antal', cellType: 'text', inputType: 'number', min: 0, max: 9999 },
			{ name: 'status', title: 'Om antal saknas', cellType: 'dropdown', choices: statusChoices },
			{ name: 'underlag', title: 'Underlag', cellType: 'dropdown', choices: ['register', 'manuell'] }
		],
		...more
	};
}
