import encodeQR from 'qr';
import { letterParts, type LetterPart } from '#lib/invitations/letterParts.ts';
import { printable, printPdf } from './typstPrinter.ts';

export interface PrintedLetters {
	readonly title: string;
	/** Who sends them. */
	readonly author: string;
	/** The day that the file is said to be made, yyyy-mm-dd. */
	readonly date: string;
	/** The same day as it is written in the letter. */
	readonly writtenDate: string;
	/** How to type the address off. */
	readonly typing: string;
	readonly letters: readonly PrintedLetter[];
}

export interface PrintedLetter {
	readonly recipientName: string;
	readonly subject: string;
	/** Plain text, with addresses on lines of their own. */
	readonly body: string;
}

interface SetPart extends LetterPart {
	/** The address as a code to be read by a telephone, in SVG; only of the address that the letter is about. */
	readonly code?: string;
}

/**
 * An address of 70 characters is 33 modules across at error correction M (ISO/IEC 18004): 0.9 mm each at 3 cm, with the
 * quiet zone of four modules that the standard asks for.
 */
function qrCode(address: string): string {
	return encodeQR(address, 'svg', { ecc: 'medium', border: 4 });
}

function setParts(body: string): SetPart[] {
	const parts = letterParts(body);
	const first = parts.findIndex(({ kind }) => kind === 'link');
	return parts.map((part, place) => (place === first ? { ...part, code: qrCode(part.text) } : part));
}

/**
 * The letters of a round as one tagged PDF, each on a sheet of its own. The same letters give the same bytes.
 * The links are secrets: the file is made when it is asked for and kept nowhere.
 */
export async function renderLettersPdf({ letters, ...around }: PrintedLetters): Promise<Uint8Array> {
	const set = letters.map(({ recipientName, subject, body }) => ({
		recipientName,
		subject,
		parts: setParts(body)
	}));
	return await printPdf('brev.typ', await printable({ ...around, letters: set }));
}
