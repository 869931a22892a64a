import { isCalendarDate } from '#lib/shared/calendarDate.ts';
import type { LawChange, Variable } from '#lib/instruments/instrument.ts';
import type { JsonPlace } from './questionnaireReader.ts';

const properties = new Set(['on', 'codes', 'reason']);

/** The changes of the law that a questionnaire states, each about questions that it has. */
export function compileLawChanges(root: JsonPlace, variables: readonly Variable[]): LawChange[] {
	return root.places('lawChanges').flatMap((place): LawChange[] => {
		place.onlyKnows(properties);
		const on = place.text('on') ?? '';
		const reason = place.text('reason') ?? '';
		const codes = place.list('codes').filter((code) => typeof code === 'string');
		if (reason === '') place.fault('reason', 'Varför går talen före och efter inte att jämföra?');
		const isKnown = (code: string) =>
			variables.some((variable) => variable.code === code || variable.code.startsWith(`${code}.`));
		const unknown = codes.find((code) => !isKnown(code));
		if (unknown !== undefined) place.fault('codes', `${unknown} finns inte i formuläret`);
		if (codes.length === 0) place.fault('codes', 'Minst en frågekod behövs');
		if (isCalendarDate(on)) return [{ on, codes, reason }];
		place.fault('on', 'Ska vara en dag, skriven ÅÅÅÅ-MM-DD');
		return [];
	});
}
