import type { Variable } from '#lib/instruments/instrument.ts';
import type { SectorRows } from './unitRows.ts';

// Part of the second implementation (independentFigures.ts): written from instruments.md, not from the program.

export type Unit = SectorRows['units'][number];

/** § 2.3 L2: a whole number or exactly one of five statuses; besides these unanswered and not asked. */
export type Said =
	| { readonly number: number }
	| { readonly option: string }
	| { readonly status: 'noll' | 'vet_ej' | 'fragar_inte' | 'kan_inte_lamnas_ut' | 'galler_inte' }
	| { readonly status: 'ej_besvarat' | 'visades_inte' };

const statuses = new Map<number, Said>([
	[-1, { status: 'noll' }],
	[-2, { status: 'vet_ej' }],
	[-3, { status: 'fragar_inte' }],
	[-4, { status: 'kan_inte_lamnas_ut' }],
	[-5, { status: 'galler_inte' }],
	[-9, { status: 'visades_inte' }]
]);

/** § 2.7: K1 asks whether anyone is known, and only "ja" leads on to how many (K2). The other answers say why there is no number. */
const withoutPupils: Readonly<Record<string, Said>> = {
	nej_arbetat_aktivt: { status: 'noll' },
	nej_fragar_inte: { status: 'fragar_inte' },
	vet_ej: { status: 'vet_ej' }
};

export function variableOf({ instrument }: SectorRows, code: string): Variable | undefined {
	return instrument.variables.find((variable) => variable.code === code);
}

export function said(sector: SectorRows, unit: Unit, variable: Variable): Said {
	const packed = unit.row[sector.instrument.variables.indexOf(variable)] ?? null;
	const gate = variable.code === 'K2' && packed === -9 ? variableOf(sector, 'K1') : undefined;
	if (gate) return insteadOfPupils(said(sector, unit, gate));
	return packed === null ? { status: 'ej_besvarat' } : (statuses.get(packed) ?? given(variable, packed));
}

function given(variable: Variable, packed: number): Said {
	return variable.role === 'category'
		? { option: variable.options?.[packed]?.value ?? '?' }
		: { number: packed };
}

function insteadOfPupils(answer: Said): Said {
	const status = 'option' in answer ? withoutPupils[answer.option] : undefined;
	return status ?? { status: 'visades_inte' };
}

/** The number that a unit has stated; "noll – vi har frågat" is none, every other status says nothing of how many. */
export function stated(sector: SectorRows, unit: Unit, variable: Variable): number | undefined {
	const answer = said(sector, unit, variable);
	if ('number' in answer) return answer.number;
	return 'status' in answer && answer.status === 'noll' ? 0 : undefined;
}
