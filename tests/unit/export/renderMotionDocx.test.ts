import { describe, expect, test } from 'vitest';
import { renderMotionDocx } from '#lib/server/export/renderMotionDocx.ts';
import { linkopingLikeTexts } from '#lib/server/demonstration/sjovallaMotionTexts.ts';
import { motionDocument } from '#lib/lagesbild/uppdrag/motionDocument.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { wordParagraphs, zipTexts } from '../../support/documentText.ts';
import { clauseOf, emptyMotionTexts, motionOf } from '../../support/motionBuilder.ts';

const document = motionDocument({
	municipality: 'Sjövalla kommun',
	motion: motionOf({
		diarienummer: ['SON 2026-0214', 'BUN 2026-0163', 'GVN 2026-0077', 'KS 2026-0142'],
		clauses: [
			clauseOf({ place: 1, proposedAnswer: 'besvarad', reason: 'undervisningen' }),
			clauseOf({ place: 2, proposedAnswer: 'avslag', reason: 'utvärderingen', legalBasis: 'En lag' })
		]
	}),
	texts: linkopingLikeTexts(emptyMotionTexts()),
	today: calendarDate('2026-11-22')
});

describe('the answer to a motion in Word', { timeout: 60_000 }, () => {
	test('has a block of proposals for each of five bodies, and the parts of a tjänsteskrivelse in order', async () => {
		const paragraphs = wordParagraphs(await renderMotionDocx(document));
		const headings = paragraphs.flatMap(({ style, text }) =>
			style === 'Title' || style === 'Heading1' || style === 'Heading2' ? [`${style}: ${text}`] : []
		);
		expect(headings).toEqual([
			'Title: Svar på motion: Stärk stödet',
			'Heading1: Förslag till beslut',
			'Heading2: Förslag till beslut i Socialnämnden',
			'Heading2: Förslag till beslut i Barn- och utbildningsnämnden',
			'Heading2: Förslag till beslut i Gymnasie- och vuxenutbildningsnämnden',
			'Heading2: Förslag till beslut i Kommunstyrelsen',
			'Heading2: Förslag till beslut i Kommunfullmäktige',
			'Heading1: Sammanfattning',
			'Heading1: Beslutsunderlag',
			'Heading1: Ärendet',
			'Heading2: Bakgrund',
			'Heading2: Föredragning',
			'Heading1: Beredning och samråd',
			'Heading1: Barnets bästa',
			'Heading1: Jämställdhet',
			'Heading1: Kommunala mål',
			'Heading1: Ekonomiska konsekvenser',
			'Heading1: Information eller förhandling enligt lag (1976:580) om medbestämmande i arbetslivet',
			'Heading1: Underskrifter',
			'Heading1: Beslutet skickas till',
			'Heading2: För kännedom',
			'Heading1: Bilagor'
		]);
		expect(paragraphs.map(({ text }) => text)).toContain(
			'att avslå motionens andra förslag med hänvisning till utvärderingen.'
		);
	});

	test('states all four diarienummer in the page header', async () => {
		const files = zipTexts(await renderMotionDocx(document));
		expect(files.get('word/header1.xml')).toContain(
			'SON 2026-0214, BUN 2026-0163, GVN 2026-0077, KS 2026-0142'
		);
	});
});
