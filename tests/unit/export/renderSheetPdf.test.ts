import { describe, expect, test } from 'vitest';
import { askedInstrument } from '#lib/instruments/askedInstrument.ts';
import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import { sectors } from '#lib/organisations/sector.ts';
import { sheetDocument } from '#lib/responses/sheetDocument.ts';
import { renderSheetPdf } from '#lib/server/export/renderSheetPdf.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { pdfReadableCharacters, pdfStrings } from '../../support/documentText.ts';
import { compiledElements, countItem } from '../../support/questionnaireBuilder.ts';
import { hostileTexts } from '../../support/hostileTexts.ts';

const whose = {
	municipality: {
		name: 'Provby kommun',
		coordinatorName: 'Prov Provsson',
		coordinatorEmail: 'prov@provby.example',
		coordinatorPhone: '0999-1'
	},
	round: { name: '2026', closesOn: calendarDate('2026-02-28') }
};
const date = calendarDate('2026-01-16');

describe('the sheet as a PDF', { timeout: 60_000 }, () => {
	test.each(sectors)(
		'%s: tagged under both standards, with a bookmark for each page of questions',
		async (sector) => {
			const compilation = compileInstrument(
				composeQuestionnaire(sector, { municipality: 'Provby', year: 2025, threshold: 5, areas: [] })
			);
			if (!compilation.ok) throw new Error(JSON.stringify(compilation.faults));
			const sheet = sheetDocument(compilation.value, whose);
			const pdf = await renderSheetPdf({ ...sheet, date });
			const text = Buffer.from(pdf).toString('latin1');
			for (const mark of ['/StructTreeRoot', '/Lang (sv-SE)', '<pdfuaid:part>1', '<pdfaid:part>2']) {
				expect(text).toContain(mark);
			}
			const bookmarks = pdfStrings(pdf, 'Title');
			for (const [place, { title }] of sheet.sections.entries()) {
				expect(bookmarks).toContain(`${String(place + 1)}. ${title}`);
			}
		}
	);

	test('is in English where the questionnaire is asked in English', async () => {
		const swedish = compiledElements(countItem('P3'), {
			type: 'comment',
			name: 'Z7',
			title: { default: 'Varför?', en: 'Why?' }
		});
		const sheet = sheetDocument(askedInstrument(swedish, { language: 'en' }), whose);
		const pdf = await renderSheetPdf({ ...sheet, date });
		expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (en-GB)');
		expect(JSON.stringify(sheet)).toContain('Why?');
		expect(sheet.statuses.items[1]).toBe('Do not know');
		expect(sheet.lead).toContain('28 February 2026');
	});

	test('is the same file for the same sheet, and prints what anybody has written as words', async () => {
		const titles = hostileTexts.map((title, place) => ({
			type: 'comment',
			name: `q${String(place)}`,
			title
		}));
		const sheet = sheetDocument(compiledElements(...titles), whose);
		const [first, second] = [
			await renderSheetPdf({ ...sheet, date }),
			await renderSheetPdf({ ...sheet, date })
		];
		expect(Buffer.from(first).equals(second)).toBe(true);
		expect(pdfReadableCharacters(first).size).toBeGreaterThan(20);
	});
});
