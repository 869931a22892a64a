import { randomBytes } from 'node:crypto';
import {
	brotliDecompressSync,
	constants,
	crc32,
	createBrotliCompress,
	createDeflateRaw,
	gunzipSync
} from 'node:zlib';
import type { Transform } from 'node:stream';
import type { ContentCoding } from './contentCoding.ts';

/** What is the same for all, and holes: bytes, and numbers of marks. */
export type Cut<Text> = readonly (Text | number)[];

/**
 * A page with holes, encoded once: the bytes between the holes are compressed, those in the holes are written as they are, in
 * blocks of their own. Both codings have such blocks (RFC 7932, § 9.2; RFC 1951, § 3.2.4).
 */
export interface EncodedCut {
	readonly coding: ContentCoding;
	/** Bytes as they are sent, and between them the holes. */
	readonly parts: readonly (Uint8Array | Hole)[];
	/** The page itself, which gzip ends with a sum of. */
	readonly plain: Cut<Uint8Array>;
	/** How long each mark is: the encoder has counted its distances over holes of just that length. */
	readonly lengths: readonly number[];
}

interface Hole {
	readonly mark: number;
	/** The bytes that follow, in the same block: how brotli reads a letter may hang on the two before it. */
	readonly after: Uint8Array;
}

const bytesOfContext = 2;

// Encoded once for many, so that it may take its time: at these levels a page of 30 kB takes some milliseconds.
const brotliQuality = 9;
const gzipLevel = 9;

interface Flushable extends Transform {
	flush(kind: number, done: () => void): void;
}

function encoderOf(coding: ContentCoding): { readonly encoder: Flushable; readonly flushing: number } {
	if (coding === 'gzip') {
		return { encoder: createDeflateRaw({ level: gzipLevel }), flushing: constants.Z_SYNC_FLUSH };
	}
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: brotliQuality,
		[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT
	};
	return { encoder: createBrotliCompress({ params }), flushing: constants.BROTLI_OPERATION_FLUSH };
}

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** A block of bytes as they are, after a flush, which ends on a whole byte. */
function plainBlock(coding: ContentCoding, bytes: Uint8Array): Buffer {
	const head = Buffer.alloc(coding === 'gzip' ? 5 : 3);
	if (coding === 'gzip') {
		head.writeUInt16LE(bytes.length, 1);
		head.writeUInt16LE(0xffff - bytes.length, 3);
	} else {
		// Not the last, a length of four nibbles less one, not compressed.
		head.writeUIntLE(((bytes.length - 1) << 3) | (1 << 19), 0, 3);
	}
	return Buffer.concat([head, bytes]);
}

/** Bytes that stand in no page: control characters but for tab and line ends, and the highest, which UTF-8 has no use for. */
const inNoText = Array.from({ length: 256 }, (_, byte) => byte).filter(
	(byte) => (byte < 32 && ![9, 10, 13].includes(byte)) || byte > 252
);

/** What the encoder counts in a hole, and nobody is sent: by chance, so that nothing is written as "as in the hole". */
function filling(length: number): Buffer {
	return Buffer.from(randomBytes(length).map((byte) => inNoText[byte % inNoText.length] ?? 0));
}

/** What follows a hole; null when it is too short, or another hole. */
function contextAfter(plain: Cut<Uint8Array>, place: number): Uint8Array | null {
	const next = plain[place + 1];
	return next instanceof Uint8Array && next.length >= bytesOfContext
		? next.subarray(0, bytesOfContext)
		: null;
}

/** A filling by chance may be one that the encoder refers to: about one in thirty of pages of a few letters. */
const mostFillings = 6;

/**
 * @param lengths of the marks, in bytes; each at most some thousand
 * @returns null when the page cannot be encoded with holes
 */
export async function encodeCut(
	plain: Cut<Uint8Array>,
	lengths: readonly number[],
	coding: ContentCoding
): Promise<EncodedCut | null> {
	const isHeld = plain.every(
		(part, place) => typeof part !== 'number' || contextAfter(plain, place) !== null
	);
	for (let turn = 0; isHeld && turn < mostFillings; turn++) {
		const cut = await encodeOnce(plain, lengths, coding);
		if (isRight(cut)) return cut;
	}
	return null;
}

async function encodeOnce(
	plain: Cut<Uint8Array>,
	lengths: readonly number[],
	coding: ContentCoding
): Promise<EncodedCut> {
	const { encoder, flushing } = encoderOf(coding);
	let written: Buffer[] = [];
	encoder.on('data', (chunk: Buffer) => written.push(chunk));
	const encoded = async (bytes: Uint8Array) => {
		encoder.write(bytes);
		await new Promise<void>((done) => {
			encoder.flush(flushing, done);
		});
		const whole = Buffer.concat(written);
		written = [];
		return whole;
	};
	const parts: (Uint8Array | Hole)[] = coding === 'gzip' ? [gzipHead] : [];
	for (const [place, part] of plain.entries()) {
		const taken = typeof plain[place - 1] === 'number' ? bytesOfContext : 0;
		if (typeof part !== 'number') {
			parts.push(await encoded(part.subarray(taken)));
			continue;
		}
		const after = contextAfter(plain, place) ?? new Uint8Array();
		await encoded(Buffer.concat([filling(lengths[part] ?? 0), after]));
		parts.push({ mark: part, after });
	}
	encoder.end();
	await new Promise((done) => encoder.once('end', done));
	parts.push(Buffer.concat(written));
	return { coding, parts, plain, lengths };
}

/** Whether other marks than the encoder has seen come out as they should: two kinds of letters. */
function isRight(cut: EncodedCut): boolean {
	return ['a', '9'].every((letter) => {
		const marks = cut.lengths.map((length) => Buffer.alloc(length, letter));
		const bytes = fillEncoded(cut, marks);
		return decoded(cut.coding, bytes)?.equals(fillPlain(cut.plain, marks)) === true;
	});
}

function decoded(coding: ContentCoding, bytes: Uint8Array): Buffer | null {
	try {
		return coding === 'gzip' ? gunzipSync(bytes) : brotliDecompressSync(bytes);
	} catch {
		return null;
	}
}

export function fillPlain(plain: Cut<Uint8Array>, marks: readonly Uint8Array[]): Buffer<ArrayBuffer> {
	return Buffer.concat(plain.map((part) => (typeof part === 'number' ? markAt(marks, part) : part)));
}

function markAt(marks: readonly Uint8Array[], place: number): Uint8Array {
	const mark = marks[place];
	if (!mark) throw new RangeError('A page has more holes than there is to fill them with');
	return mark;
}

/** Whether the marks are as long as the holes that the page was encoded with. */
export function fitsHoles({ lengths }: EncodedCut, marks: readonly Uint8Array[]): boolean {
	return marks.length === lengths.length && marks.every(({ length }, place) => length === lengths[place]);
}

/** The encoded page with these marks in its holes, which they fit. */
export function fillEncoded(cut: EncodedCut, marks: readonly Uint8Array[]): Buffer<ArrayBuffer> {
	const { coding, parts, plain } = cut;
	const filled = parts.map((part) =>
		part instanceof Uint8Array
			? part
			: plainBlock(coding, Buffer.concat([markAt(marks, part.mark), part.after]))
	);
	return Buffer.concat(coding === 'gzip' ? [...filled, gzipEnd(plain, marks)] : filled);
}

/** The sum and the length of what was encoded. */
function gzipEnd(plain: Cut<Uint8Array>, marks: readonly Uint8Array[]): Uint8Array {
	let sum = 0;
	let length = 0;
	for (const part of plain) {
		const bytes = typeof part === 'number' ? markAt(marks, part) : part;
		sum = crc32(bytes, sum);
		length += bytes.length;
	}
	const end = Buffer.alloc(8);
	end.writeUInt32LE(sum, 0);
	end.writeUInt32LE(length, 4);
	return end;
}
