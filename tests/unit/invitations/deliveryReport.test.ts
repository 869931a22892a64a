import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeliveryReport } from '#lib/invitations/deliveryReport.ts';
import { largestReport, readReport } from '#lib/server/mail/bounces/readReport.ts';
import { accepted, refused } from '#lib/shared/result.ts';
import { absence, returnedByExim, returnedMail } from '../../support/returnedMail.ts';

const internetId = '0b3f5a0e-52b1-4f6a-9f0c-3b1f4f0a9d11@kommunen.example';
const recipient = 'kontakt0@partner.example';

async function read(source: Uint8Array) {
	const report = await readReport(source);
	return report.ok ? report.value : report.refusal;
}

describe('a report of a delivery', () => {
	it.each([
		[{}, 'permanent', 'Adressen finns inte (5.1.1)'],
		[{ status: '5.2.2' }, 'permanent', 'Brevlådan är full (5.2.2)'],
		[
			{ status: '5.7.509' },
			'permanent',
			'Mottagarens e-postserver släppte inte igenom meddelandet (5.7.509)'
		],
		[{ status: '5.0.0' }, 'permanent', 'Meddelandet togs inte emot (5.0.0)'],
		[{ status: '', diagnostic: '550 no' }, 'permanent', 'Mottagarens e-postserver tog inte emot meddelandet'],
		[{ status: '4.4.7' }, 'given-up', 'Tiden för leverans gick ut (4.4.7)'],
		[{ action: 'delayed', status: '4.4.1' }, 'delayed', 'Mottagarens e-postserver svarar inte (4.4.1)'],
		[{ action: 'Relayed', status: '2.0.0' }, 'delivered', 'Meddelandet lämnades över']
	])('tells what happened by its own codes, in our words: %j', async (given, outcome, reason) => {
		expect(await read(returnedMail({ internetId, ...given }))).toEqual({
			outcome,
			internetId,
			recipient,
			reason
		});
	});

	it('is of no message of ours when it shows another’s Message-ID, or none', async () => {
		const others = returnedMail({ internetId: 'CAF+anything@mail.other.example' });
		expect(await read(others)).toMatchObject({ internetId: null, recipient });
		expect(await read(returnedMail({ internetId: null }))).toMatchObject({ internetId: null, recipient });
	});

	it('is read from Exim when the text has a code, and not when it has none', async () => {
		expect(await read(returnedByExim(internetId, 'host said: 550 5.1.1 unknown user'))).toEqual({
			outcome: 'permanent',
			internetId,
			recipient,
			reason: 'Adressen finns inte (5.1.1)'
		});
		expect(await read(returnedByExim(internetId, 'retry timeout exceeded'))).toBe('not-a-report');
	});

	it('is not an absence, an answer, an empty text or anything else that comes to a mailbox', async () => {
		expect(await read(absence(internetId))).toBe('not-a-report');
		expect(await read(Buffer.from('hej'))).toBe('not-a-report');
		expect(await read(new Uint8Array())).toBe('not-a-report');
		expect(await read(crypto.getRandomValues(new Uint8Array(5000)))).toBe('not-a-report');
	});

	it('never carries words of the report’s own', () => {
		const parts = fc.record({
			headers: fc.string(),
			status: fc
				.string()
				.map((text) => `Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: ${text}`),
			original: fc.string(),
			text: fc.string()
		});
		fc.assert(
			fc.property(parts, (given) => {
				const report = readDeliveryReport(given);
				expect(report?.reason).toMatch(/^[A-ZÅÄÖ][a-zåäö -]+(?: \(\d\.\d{1,3}\.\d{1,3}\))?$/);
			})
		);
	});
});

describe('what is made to harm', () => {
	it('is refused when it is too large, too deep or all headers', async () => {
		expect(await readReport(new Uint8Array(largestReport + 1))).toEqual(refused('too-large'));
		const nested = Array.from({ length: 40 }, (_, depth) => [
			`Content-Type: multipart/mixed; boundary="b${String(depth)}"`,
			'',
			`--b${String(depth)}`
		]);
		expect(await read(Buffer.from(nested.flat().join('\r\n')))).toBe('unreadable');
		const headers = Array.from({ length: 30_000 }, (_, place) => `X-${String(place)}: ${'a'.repeat(20)}`);
		expect(await read(Buffer.from(`${headers.join('\r\n')}\r\n\r\nhej`))).toBe('unreadable');
	});

	it('does not make the reading slow: many blocks, long folds, many addresses', async () => {
		const field = `Action: failed\r\nStatus: 5.1.1\r\nFinal-Recipient: rfc822; ${'a'.repeat(60_000)}@b\r\n`;
		const status = returnedMail({ internetId, action: `failed\r\n${' fold\r\n'.repeat(20_000)}` });
		expect(['not-a-report', 'unreadable']).toContain(await read(status));
		const many = returnedMail({ internetId, diagnostic: `x\r\n\r\n${`${field}\r\n`.repeat(15)}` });
		expect(await read(many)).toMatchObject({ outcome: 'permanent', internetId });
	});
});

it('a report keeps nothing but its outcome', async () => {
	const report = await readReport(returnedMail({ internetId }));
	expect(report).toEqual(
		accepted({ outcome: 'permanent', internetId, recipient, reason: 'Adressen finns inte (5.1.1)' })
	);
	expect(JSON.stringify(report)).not.toContain('Anna');
});
