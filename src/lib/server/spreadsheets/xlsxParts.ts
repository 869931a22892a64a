import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** What all parts that are read may take together when unpacked: the register of a large city takes a tenth. */
const largestUnpacked = 96 * 1024 * 1024;
const mostParts = 2000;

export class XlsxTooLarge extends Error {}

/**
 * The parts of the file that are asked for. A part is unpacked into a buffer of the size that the file states, so a file
 * that states less than it holds gains nothing, and one that states too much is stopped before.
 * @throws XlsxTooLarge, or what the unpacking finds wrong
 */
export function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): Record<string, Uint8Array> {
	let unpacked = 0;
	let parts = 0;
	return unzipSync(bytes, {
		filter: ({ name, originalSize }) => {
			parts += 1;
			if (parts > mostParts) throw new XlsxTooLarge();
			if (!isWanted(name)) return false;
			unpacked += originalSize;
			if (unpacked > largestUnpacked) throw new XlsxTooLarge();
			return true;
		}
	});
}

/** A start tag without its namespace's prefix. */
export interface StartTag {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlHandlers {
	readonly start: (tag: StartTag) => void;
	readonly end?: (name: string) => void;
	readonly text?: (text: string) => void;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

const piece = 1 << 20;

/** Reads XML as it comes, without building it up in memory. Entities of a document's own are not expanded. @throws when it is no XML */
export function readXml(bytes: Uint8Array, { start, end, text }: XmlHandlers): void {
	const parser = new SaxesParser();
	parser.on('error', (fault) => {
		throw fault;
	});
	parser.on('opentag', (tag) => {
		start({ name: localName(tag.name), attributes: tag.attributes });
	});
	parser.on('closetag', (tag) => end?.(localName(tag.name)));
	parser.on('text', (characters) => text?.(characters));
	parser.on('cdata', (characters) => text?.(characters));
	const decoder = new TextDecoder();
	for (let from = 0; from < bytes.length; from += piece) {
		parser.write(decoder.decode(bytes.subarray(from, from + piece), { stream: true }));
	}
	parser.close();
}
