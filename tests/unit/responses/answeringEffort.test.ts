import { expect, test } from 'vitest';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import { sectors } from '#lib/organisations/sector.ts';
import { answeringEffort } from '#lib/responses/answeringEffort.ts';
import { writtenDay } from '#lib/shared/writtenDay.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { questionnaireParameters } from '../../support/questionnaireParameters.ts';

test.each(sectors)('the questionnaire of %s says its length before anyone starts', (sector) => {
	const compiled = compileInstrument(composeQuestionnaire(sector, questionnaireParameters()));
	if (!compiled.ok) throw new Error('The questionnaire does not compile');
	const effort = answeringEffort(compiled.value);
	expect(effort.pages).toBe(compiled.value.pages.length);
	expect(effort.questions).toBeGreaterThan(effort.figures.length);
	expect(effort.figures.filter(({ title }) => title === '' || /[{}]/.test(title))).toEqual([]);
	expect(effort.minutes % 15).toBe(0);
	expect(effort.minutes).toBeLessThanOrEqual(90);
});

test('a day is written as in a letter', () => {
	expect(writtenDay(calendarDate('2027-03-31'))).toBe('31 mars 2027');
});
