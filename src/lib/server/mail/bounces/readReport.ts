import PostalMime, { type Email } from 'postal-mime';
import { readDeliveryReport, type DeliveryReport } from '#lib/invitations/deliveryReport.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';

/** A report is some kilobytes, and brings our own message back, which is ten. */
export const largestReport = 2 * 1_048_576;

export type ReadingRefusal = 'too-large' | 'unreadable' | 'not-a-report';

function contentOf({ attachments }: Email, types: readonly string[]): string | null {
	const part = attachments.find(({ mimeType }) => types.includes(mimeType.toLowerCase()));
	return typeof part?.content === 'string' ? part.content : null;
}

/** What somebody sends to a mailbox is anybody's: it is bounded before it is parsed, and nothing in it is kept. */
async function parse(source: Uint8Array): Promise<Email | null> {
	try {
		return await PostalMime.parse(source, {
			forceRfc822Attachments: true,
			attachmentEncoding: 'utf8',
			maxNestingDepth: 10,
			maxHeadersSize: 256 * 1024,
			maxRfc822NestingDepth: 0
		});
	} catch {
		// A message past the limits, or broken: both are told as one that cannot be read.
		return null;
	}
}

/** Reads an e-mail (.eml) as the report of a delivery. */
export async function readReport(source: Uint8Array): Promise<Result<DeliveryReport, ReadingRefusal>> {
	if (source.length > largestReport) return refused('too-large');
	const email = await parse(source);
	if (!email) return refused('unreadable');
	const report = readDeliveryReport({
		headers: email.headerLines.map(({ line }) => line).join('\n'),
		status: contentOf(email, ['message/delivery-status', 'message/global-delivery-status']),
		original: contentOf(email, [
			'message/rfc822',
			'text/rfc822-headers',
			'message/global',
			'message/global-headers'
		]),
		text: email.text ?? ''
	});
	return report ? accepted(report) : refused('not-a-report');
}
