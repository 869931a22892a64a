/** The size in points of each page of a PDF without object streams, in the order of its objects. */
export function pdfPages(pdf: Uint8Array): readonly (readonly [width: number, height: number])[] {
	const text = Buffer.from(pdf).toString('latin1');
	const pages = new Map<string, readonly [number, number]>();
	for (const [, number = '', page = ''] of text.matchAll(/^(\d+) 0 obj\s(.*?)endobj/gmsu)) {
		if (!/\/Type\s*\/Page\b(?!s)/u.test(page)) continue;
		const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/u.exec(page) ?? [];
		pages.set(number, [Number(width), Number(height)]);
	}
	return [...pages.values()];
}
