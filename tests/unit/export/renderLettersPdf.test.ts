import { describe, expect, test } from 'vitest';
import { letterParts } from '#lib/invitations/letterParts.ts';
import { renderLettersPdf } from '#lib/server/export/renderLettersPdf.ts';
import { printableLetters } from '#lib/server/invitations/printLetters.ts';
import type { Letter } from '#lib/server/invitations/listLetters.ts';
import { pdfReadableCharacters, pdfStrings } from '../../support/documentText.ts';
import { hostileTexts } from '../../support/hostileTexts.ts';

const link = 'https://provby.example/svara/hemlig';
const body = `Hej!\n\nEr länk:\n${link}\n\nSamma blad som PDF:\n${link}/underlag.pdf\n\nHälsningar\nProv Provsson`;

const around = {
	title: 'Kartläggning 2026: inbjudningar',
	author: 'Provby kommun',
	date: '2026-01-16',
	writtenDate: '16 januari 2026',
	typing: 'Skriv av hela raden.'
};

describe('the letters of a round as a PDF', { timeout: 60_000 }, () => {
	test('are tagged under both standards, each under its subject, with a code for its own link only', async () => {
		const letters = ['Klivet', 'Östra skolan'].map((recipientName) => ({
			recipientName,
			subject: `Svara för ${recipientName}`,
			body
		}));
		const pdf = await renderLettersPdf({ ...around, letters });
		const text = Buffer.from(pdf).toString('latin1');
		for (const mark of ['/StructTreeRoot', '/Lang (sv-SE)', '<pdfuaid:part>1', '<pdfaid:part>2']) {
			expect(text).toContain(mark);
		}
		expect(pdfStrings(pdf, 'Title')).toEqual(
			expect.arrayContaining(['Svara för Klivet', 'Svara för Östra skolan'])
		);
		expect(pdfStrings(pdf, 'Alt')).toEqual([
			'Länken som QR-kod, att läsa med en telefon',
			'Länken som QR-kod, att läsa med en telefon'
		]);
		expect(Buffer.from(await renderLettersPdf({ ...around, letters })).equals(pdf)).toBe(true);
	});

	test('print what anybody has written as words', async () => {
		const letters = hostileTexts.map((text) => ({ recipientName: text, subject: `Om ${text}`, body: text }));
		const pdf = await renderLettersPdf({ ...around, letters });
		expect(pdfReadableCharacters(pdf).size).toBeGreaterThan(20);
	});
});

test('a letter is read in parts: words, and addresses on lines of their own', () => {
	expect(letterParts(body)).toEqual([
		{ kind: 'text', text: 'Hej!\n\nEr länk:' },
		{ kind: 'link', text: link },
		{ kind: 'text', text: 'Samma blad som PDF:' },
		{ kind: 'link', text: `${link}/underlag.pdf` },
		{ kind: 'text', text: 'Hälsningar\nProv Provsson' }
	]);
});

test('those that are left to print stand in Swedish order, and those without an address can be had alone', () => {
	const letter = (recipientName: string, recipient: string | null, text: string | null = body): Letter => ({
		messageId: recipientName,
		kind: 'invitation',
		recipient,
		recipientName,
		subject: 'Svara',
		body: text,
		state: text === null ? 'sent' : 'planned',
		createdAt: new Date(0),
		dueAt: null,
		sentAt: null,
		failure: null
	});
	const letters = [
		letter('Östra skolan', null),
		letter('Enhet 10', 'tio@provby.example'),
		letter('Enhet 9', null),
		letter('Åsa behandlingshem', null),
		letter('Redan skickad', 'sent@provby.example', null)
	];
	const names = (of: 'all' | 'without-email') =>
		printableLetters(letters, of).map(({ recipientName }) => recipientName);
	expect(names('all')).toEqual(['Enhet 9', 'Enhet 10', 'Åsa behandlingshem', 'Östra skolan']);
	expect(names('without-email')).toEqual(['Enhet 9', 'Åsa behandlingshem', 'Östra skolan']);
});
