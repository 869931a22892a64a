/** The characters a TrueType font has glyphs for. Reads the table `cmap`, format 12 or 4 (OpenType 1.9). */
export function fontCoverage(font: Buffer): (codePoint: number) => boolean {
	const cmap = tableOffset(font, 'cmap');
	const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
		const offset = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
		return { offset, format: font.readUInt16BE(offset) };
	});
	const wide = subtables.find(({ format }) => format === 12);
	if (wide) return coverageOf(wideRanges(font, wide.offset));
	const narrow = subtables.find(({ format }) => format === 4);
	if (narrow) return coverageOf(narrowRanges(font, narrow.offset));
	throw new Error('The font has no Unicode cmap of format 4 or 12');
}

type Range = readonly [first: number, last: number];

function tableOffset(font: Buffer, tag: string): number {
	for (let index = 0; index < font.readUInt16BE(4); index += 1) {
		const record = 12 + index * 16;
		if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
	}
	throw new Error(`The font has no table ${tag}`);
}

function wideRanges(font: Buffer, offset: number): Range[] {
	return Array.from({ length: font.readUInt32BE(offset + 12) }, (_, index): Range => {
		const group = offset + 16 + index * 12;
		return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
	});
}

/** Segments that lead to glyph 0 through an idRangeOffset are counted as covered; our fonts have none. */
function narrowRanges(font: Buffer, offset: number): Range[] {
	const doubledCount = font.readUInt16BE(offset + 6);
	return Array.from({ length: doubledCount / 2 }, (_, index): Range => {
		const last = offset + 14 + index * 2;
		return [font.readUInt16BE(last + doubledCount + 2), font.readUInt16BE(last)];
	}).filter(([first]) => first !== 0xffff);
}

function coverageOf(ranges: readonly Range[]): (codePoint: number) => boolean {
	const sorted = ranges.toSorted((left, right) => left[0] - right[0]);
	return (codePoint) => {
		let low = 0;
		let high = sorted.length - 1;
		while (low <= high) {
			const middle = (low + high) >> 1;
			const [first, last] = sorted[middle] ?? [0, -1];
			if (codePoint < first) high = middle - 1;
			else if (codePoint > last) low = middle + 1;
			else return true;
		}
		return false;
	};
}
