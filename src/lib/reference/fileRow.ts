import type { ReferenceReading } from './referenceNumber.ts';

/** A value of a file or of Kolada, before it is known whose it is and whether it can be read. */
export interface FileRow {
	/** As the person who made the file counts; of files without lines, the value's number. */
	readonly line: number;
	/** Both empty where nothing says which kommun it is. */
	readonly area: { readonly code: string; readonly name: string };
	readonly period: string;
	/** null when what is written is no value. */
	readonly reading: ReferenceReading | null;
	/** As it stands in the file, for the one who is to mend it. */
	readonly written: string | null;
}
