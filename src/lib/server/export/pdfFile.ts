interface NumberedObject {
	readonly number: number;
	/** What stands between `n 0 obj` and `endobj`. */
	readonly content: Buffer;
}

/** Reads and extends a PDF that has one classic cross-reference table and no object streams (ISO 32000-1, 7.5). */
export class PdfFile {
	readonly #bytes: Buffer;
	readonly #tableStart: number;
	readonly #offsets: ReadonlyMap<number, number>;
	readonly #trailer: string;
	/** Number of the first free object. */
	readonly size: number;
	/** Number of the document catalog. */
	readonly root: number;

	constructor(bytes: Buffer) {
		this.#bytes = bytes;
		const end = bytes.toString('latin1', Math.max(0, bytes.length - 64));
		this.#tableStart = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(end)?.[1]);
		const table = bytes.toString('latin1', this.#tableStart);
		const header = /^xref\s+0 (\d+)\s+/u.exec(table);
		this.#trailer = /trailer\s+(<<[\s\S]*?>>)\s+startxref/u.exec(table)?.[1] ?? '';
		if (!header || !this.#trailer) throw new Error('The PDF has no classic cross-reference table');
		this.#offsets = new Map(
			table
				.slice(header[0].length)
				.split(/[\r\n]+/u)
				.slice(0, Number(header[1]))
				.flatMap((entry, number) =>
					entry[17] === 'n' ? [[number, Number(entry.slice(0, 10))] as const] : []
				)
		);
		this.size = Number(/\/Size (\d+)/u.exec(this.#trailer)?.[1]);
		this.root = Number(/\/Root (\d+) 0 R/u.exec(this.#trailer)?.[1]);
	}

	objectBytes(number: number): Buffer {
		const start = this.#offsets.get(number);
		if (start === undefined) throw new Error(`The PDF has no object ${number}`);
		const later = [...this.#offsets.values(), this.#tableStart].filter((offset) => offset > start);
		const object = this.#bytes.subarray(start, Math.min(...later));
		const header = Buffer.byteLength(`${number} 0 obj`);
		return Buffer.from(object.subarray(header, object.lastIndexOf('endobj')));
	}

	objectText(number: number): string {
		return this.objectBytes(number).toString('latin1').trim();
	}

	/** An uncompressed stream as text. */
	streamText(number: number): string {
		const object = this.objectBytes(number);
		const start = /stream\r?\n/u.exec(object.toString('latin1'));
		if (!start) throw new Error(`Object ${number} is no stream`);
		const from = start.index + start[0].length;
		const length = Number(/\/Length (\d+)/u.exec(object.toString('latin1', 0, start.index))?.[1]);
		return object.toString('utf8', from, from + length);
	}

	/** The file with objects replaced or added, as an incremental update (ISO 32000-1, 7.5.6). */
	withObjects(objects: readonly NumberedObject[]): Uint8Array {
		const parts: Buffer[] = [this.#bytes, Buffer.from('\n')];
		let offset = this.#bytes.length + 1;
		const sections: string[] = [];
		for (const { number, content } of objects.toSorted((left, right) => left.number - right.number)) {
			const object = Buffer.concat([
				Buffer.from(`${number} 0 obj\n`),
				Buffer.from(content.toString('latin1').trim(), 'latin1'),
				Buffer.from('\nendobj\n')
			]);
			sections.push(`${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
			parts.push(object);
			offset += object.length;
		}
		const size = Math.max(this.size, ...objects.map(({ number }) => number + 1));
		const trailer = this.#trailer
			.replace(/\/Size \d+/u, `/Size ${size}`)
			.replace(/>>$/u, `  /Prev ${this.#tableStart}\n>>`);
		parts.push(
			Buffer.from(`xref\n${sections.join('')}trailer\n${trailer}\nstartxref\n${offset}\n%%EOF\n`, 'latin1')
		);
		return Buffer.concat(parts);
	}
}
