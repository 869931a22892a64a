import { isUtf8 } from 'node:buffer';

/** UTF-8 and UTF-16 by their marks; UTF-8 where the bytes are; else Windows-1252, as Excel saves "CSV" in Sweden. */
export function fileText(bytes: Uint8Array): string {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
}

/** The upper half of code page 850, which programs of DOS write in Sweden; no decoder of the platform has it. */
const codePage850 =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

const upper = 0x80;

function dosText(bytes: Uint8Array): string {
	return Buffer.from(bytes)
		.toString('latin1')
		.replaceAll(/[\u0080-\u00ff]/g, (letter) => codePage850[letter.charCodeAt(0) - upper] ?? '');
}

/** A file of statistics begins with what it is; in a PX file without CHARSET the letters are those of DOS (PX file format, 2013). */
export function statisticsText(bytes: Uint8Array): string {
	const head = Buffer.from(bytes.subarray(0, 4000)).toString('latin1');
	const isOfDos = /^\s*(?:AXIS-VERSION|CODEPAGE|LANGUAGE|CREATION-DATE|DECIMALS|MATRIX)[^"=;]{0,30}=/i.test(
		head
	);
	const isStated = /^\s*(?:CHARSET|CODEPAGE\s*=\s*"(?!850|ibm850|cp850))/im.test(head);
	if (!isOfDos || isStated || isUtf8(bytes)) return fileText(bytes);
	return dosText(bytes);
}
