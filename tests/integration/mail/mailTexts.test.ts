import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Application } from '#lib/server/application.ts';
import { defaultTexts } from '#lib/invitations/defaultTexts.ts';
import { messageLanguages } from '#lib/invitations/messageLanguage.ts';
import { textKinds } from '#lib/invitations/messageText.ts';
import {
	previewMailText,
	readMailTexts,
	saveMailText,
	saveSigning,
	sendTrial
} from '#lib/server/invitations/mailTexts.ts';
import { openMailer } from '#lib/server/mail/mailer.ts';
import { sendDueMessages } from '#lib/server/mail/sendDueMessages.ts';
import { accepted, refused } from '#lib/shared/result.ts';
import { openMailServer, type MailServer } from '../../support/mailServer.ts';
import { movingClock } from '../../support/movingClock.ts';
import {
	insertSmallMunicipality,
	openedRoundIn,
	type SmallMunicipality
} from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const clock = movingClock('2026-01-16T09:00:00Z');
let server: MailServer;
let database: TestDatabase;
let application: Application;
let municipality: SmallMunicipality;

beforeAll(async () => {
	server = await openMailServer();
	database = await openTestDatabase({ clock });
	const config = { ...database.application.config, smtpUrl: server.smtpUrl };
	application = { ...database.application, config };
	municipality = await insertSmallMunicipality(application, '9998');
});
afterAll(async () => {
	await database.close();
	await server.close();
});

async function send(): Promise<void> {
	const mailer = openMailer({ smtpUrl: server.smtpUrl, mailsPerSecond: 1000 });
	await sendDueMessages(application, mailer, {
		municipalityId: '9998',
		signal: new AbortController().signal
	});
	mailer.close();
}

const text = { subject: 'Svara för {enhetsnamn}', body: '{hälsning}!\n\n{länk}\n\n{signatur}' };
const given = { kind: 'invitation', language: 'sv', text } as const;

it('a preview without any round is filled with an example that is made up', async () => {
	expect(await previewMailText(application, municipality.actors.samordnare, given)).toEqual({
		subject: 'Svara för Exempelenheten',
		body: 'Hej Exempel Exempelsson!\n\nhttp://localhost:3000/svara/exempel-som-inte-oppnas\n\nMed vänlig hälsning\nProv Provsson\nKommunkontoret, Provby 9998\n'
	});
});

// The title of the small municipality's series.
it('the program’s own texts name the series that the round belongs to, whatever it is about', async () => {
	const { samordnare } = municipality.actors;
	for (const kind of textKinds) {
		for (const language of messageLanguages) {
			const given = { kind, language, text: defaultTexts[kind][language] };
			const { body } = await previewMailText(application, samordnare, given);
			expect([kind, language, body.includes('Sex mot ersättning')]).toEqual([kind, language, true]);
			expect(body).not.toContain('sex mot ersättning');
		}
	}
});

it('a trial goes to the person who asks, marked as one, and keeps nothing', async () => {
	const { samordnare, lasare } = municipality.actors;
	expect(await sendTrial(application, lasare, given)).toEqual(refused('not-allowed'));
	expect(await sendTrial(application, samordnare, given)).toEqual(accepted(null));
	await send();
	expect(server.received.map(({ to, subject }) => [to, subject])).toEqual([
		['samordnare@9998.example', 'Prov: Svara för Exempelenheten']
	]);
	expect((await readMailTexts(application, samordnare)).settings.texts).toEqual([]);
});

it('the municipality’s own text, sender and signature are what the units get, until they are taken back', async () => {
	const { samordnare } = municipality.actors;
	server.forget();
	await saveMailText(application, samordnare, given);
	await saveSigning(application, samordnare, {
		senderName: 'Trygghet i Provby',
		replyTo: 'svar@9998.example',
		signature: 'Hälsar gänget'
	});
	await openedRoundIn(application, municipality);
	await send();
	const mail = server.received.find(({ to }) => to === 'kontakt1@partner.example');
	expect(mail?.subject).toBe('Svara för Vuxenenheten');
	expect(mail?.raw).toContain('From: Trygghet i Provby <samordnare@9998.example>\r\n');
	expect(mail?.raw).toContain('Reply-To: svar@9998.example\r\n');
	expect(mail?.raw).toContain('Hej Kontakt Vuxenenheten!');
	expect(mail?.raw).toContain('H=C3=A4lsar g=C3=A4nget');
	await saveMailText(application, samordnare, { ...given, text: null });
	expect((await readMailTexts(application, samordnare)).settings.texts).toEqual([]);
});
