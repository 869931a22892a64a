import type { ChangedFields, TypedFields } from './pageForm.ts';

/** What has been typed on a page and is not saved yet. */
export interface UnsavedFields {
	readonly typed: TypedFields;
	readonly known: ChangedFields;
}

/** Where and under what the copy lies. */
export interface CopyPlace {
	readonly reference: string;
	readonly page: number;
	/** 32 bytes as base64url, from the server: it is in this page's memory only. */
	readonly key: string;
	/** The round's last day; a copy that is left is erased after it by whoever opens any page of questions. */
	readonly until: string;
}

const root = 'lagesbild/osparat/';

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
	const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

function toBase64(bytes: Uint8Array): string {
	return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Erases what is left of a link's pages, and of rounds that are over. */
export function eraseCopies(isOver: (reference: string, until: string) => boolean): void {
	for (const name of Object.keys(localStorage)) {
		if (!name.startsWith(root)) continue;
		const [reference = ''] = name.slice(root.length).split('/');
		const [until = ''] = (localStorage.getItem(name) ?? '').split(' ');
		if (isOver(reference, until)) localStorage.removeItem(name);
	}
}

/**
 * The unsaved fields of one page in the browser's own storage, sealed under a key that the server derives from the link:
 * without the link nobody can read them, like the draft itself (docs/decisions/0060). One copy for each window.
 */
export class UnsavedCopy {
	readonly #folder: string;
	readonly #name: string;
	readonly #place: CopyPlace;
	#key: Promise<CryptoKey> | undefined;
	#latest: UnsavedFields | null | undefined;
	#writing = Promise.resolve();

	constructor(place: CopyPlace) {
		this.#place = place;
		this.#folder = `${root}${place.reference}/${String(place.page)}/`;
		this.#name = this.#folder + crypto.randomUUID();
	}

	/** Writes the newest state, one after another; states that come while one is being sealed give way to the last of them. */
	async keep(fields: UnsavedFields | null): Promise<void> {
		this.#latest = fields;
		this.#writing = this.#writing.then(() => this.#writeLatest());
		await this.#writing;
	}

	/** What earlier windows have left of this page; what cannot be opened is erased, since nobody ever can. */
	async takeOver(): Promise<UnsavedFields | null> {
		const names = Object.keys(localStorage).filter(
			(name) => name.startsWith(this.#folder) && name !== this.#name
		);
		const opened = await Promise.all(names.map((name) => this.#open(name)));
		const left = opened.filter((fields) => fields !== null);
		const found: UnsavedFields = {
			typed: Object.assign({}, ...left.map(({ typed }) => typed)) as TypedFields,
			known: Object.assign({}, ...left.map(({ known }) => known)) as ChangedFields
		};
		if (left.length > 0) await this.keep(found);
		for (const name of names) localStorage.removeItem(name);
		return left.length > 0 ? found : null;
	}

	async #writeLatest(): Promise<void> {
		const fields = this.#latest;
		this.#latest = undefined;
		if (fields === null) localStorage.removeItem(this.#name);
		else if (fields) await this.#seal(fields);
	}

	#importKey(): Promise<CryptoKey> {
		this.#key ??= crypto.subtle.importKey('raw', fromBase64(this.#place.key), 'AES-GCM', false, [
			'encrypt',
			'decrypt'
		]);
		return this.#key;
	}

	/** The place is part of what is sealed, so that a copy cannot be moved to another page or link. */
	#settings(iv: Uint8Array<ArrayBuffer>): AesGcmParams {
		return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(this.#folder) };
	}

	async #seal(fields: UnsavedFields): Promise<void> {
		const iv = crypto.getRandomValues(new Uint8Array(12));
		const plain = new TextEncoder().encode(JSON.stringify(fields));
		const sealed = await crypto.subtle.encrypt(this.#settings(iv), await this.#importKey(), plain);
		const text = `${this.#place.until} ${toBase64(iv)} ${toBase64(new Uint8Array(sealed))}`;
		try {
			localStorage.setItem(this.#name, text);
		} catch {
			// The storage is full or forbidden: what is typed is still in the window, and is being saved on the server.
		}
	}

	async #open(name: string): Promise<UnsavedFields | null> {
		const [, iv = '', sealed = ''] = (localStorage.getItem(name) ?? '').split(' ');
		try {
			const plain = await crypto.subtle.decrypt(
				this.#settings(fromBase64(iv)),
				await this.#importKey(),
				fromBase64(sealed)
			);
			return JSON.parse(new TextDecoder().decode(plain)) as UnsavedFields;
		} catch {
			return null;
		}
	}
}

/** Whether this browser can keep a copy: storage allowed, and cryptography, which only https and this machine have. */
export function mayKeepCopies(): boolean {
	try {
		return globalThis.isSecureContext && typeof localStorage.length === 'number';
	} catch {
		return false;
	}
}
