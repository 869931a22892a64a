export interface RenderedFile {
	readonly name: string;
	readonly mediaType: string;
	readonly bytes: Uint8Array;
	readonly sha256: Uint8Array;
	/** staff: not to be fetched from the public page. */
	readonly audience: 'public' | 'staff';
}
