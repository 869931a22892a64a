import type { RegisterCells } from './registerCells.ts';
import type { RegisteredAgreement, RegisteredOrganisation } from './register.ts';
import { nameKey, type Entry } from './registerDraft.ts';
import { added, compare, fault, type RowWork, type Stated } from './rowFate.ts';
import { checkDays } from './planUnit.ts';

type Cells = Partial<RegisterCells>;

function statements(cells: Cells): Stated<RegisteredAgreement> {
	return [
		['kind', 'agreementKind', cells.agreementKind],
		['reference', 'agreementReference', cells.agreementReference],
		['purposes', 'purposes', cells.purposes],
		['areas', 'areas', cells.areas],
		['validFrom', 'agreementFrom', cells.agreementFrom],
		['validTo', 'agreementTo', cells.agreementTo]
	];
}

const agreementColumns = [
	'agreementKind',
	'agreementReference',
	'purposes',
	'areas',
	'agreementFrom',
	'agreementTo'
] as const;

/** What a written agreement must say (lag 2023:196, 9 §: at least purposes and areas). */
const demanded = [
	['purposes', 'Skriv överenskommelsens syften'],
	['areas', 'Skriv vilka områden överenskommelsen gäller'],
	['agreementFrom', 'Skriv från vilken dag överenskommelsen gäller']
] as const;

function newAgreement(work: RowWork, organisationId: string, title: string): void {
	const { draft, cells, line } = work;
	for (const [column, message] of demanded) {
		if (cells[column] === undefined) fault(work, column, message);
	}
	const { purposes, areas, agreementFrom: validFrom } = cells;
	if (purposes === undefined || areas === undefined || validFrom === undefined) return;
	const agreementId = `ny-overenskommelse-${line}`;
	const validTo = cells.agreementTo ?? null;
	checkDays(work, { from: validFrom, to: validTo }, 'agreementTo');
	const values: RegisteredAgreement = {
		agreementId,
		organisationId,
		title,
		kind: cells.agreementKind ?? 'cooperation',
		reference: cells.agreementReference ?? null,
		purposes,
		areas,
		validFrom,
		validTo
	};
	const entry = added(work, { values, stated: statements(cells), name: 'överenskommelse' });
	work.writes.push(() => {
		draft.agreements.set(agreementId, entry);
		draft.agreementIds.set(nameKey(organisationId, title), agreementId);
	});
}

/** The organisation's agreement that the row names, if it names one. */
export function planAgreement(work: RowWork, organisation: Entry<RegisteredOrganisation>): void {
	const { draft, cells } = work;
	const { agreement: title } = cells;
	if (title === undefined) {
		const stray = agreementColumns.some((column) => cells[column] !== undefined);
		if (stray) fault(work, 'agreement', 'Överenskommelsens namn saknas');
		return;
	}
	const { organisationId } = organisation.values;
	const known = draft.agreements.get(draft.agreementIds.get(nameKey(organisationId, title)) ?? '');
	if (!known) {
		newAgreement(work, organisationId, title);
		return;
	}
	compare(work, known, statements(cells));
	const { validFrom, validTo } = known.values;
	checkDays(
		work,
		{ from: cells.agreementFrom ?? validFrom, to: cells.agreementTo ?? validTo },
		'agreementTo'
	);
}
