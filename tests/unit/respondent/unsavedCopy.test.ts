import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
	eraseCopies,
	mayKeepCopies,
	UnsavedCopy
} from '../../../src/routes/(respondent)/svara/lank/[ref]/sida/[nr]/unsavedCopy.ts';

/** A browser's storage: its entries are its own properties, its methods are not. */
const storageMethods = {
	getItem(this: Record<string, string>, name: string) {
		return this[name] ?? null;
	},
	setItem(this: Record<string, string>, name: string, text: string) {
		this[name] = text;
	},
	removeItem(this: Record<string, string>, name: string) {
		Reflect.deleteProperty(this, name);
	}
};

let storage: Record<string, string>;

beforeEach(() => {
	storage = Object.create(storageMethods) as Record<string, string>;
	vi.stubGlobal('localStorage', storage);
});

afterEach(() => {
	vi.unstubAllGlobals();
});

const key = Buffer.alloc(32, 7).toString('base64url');
const place = { reference: 'ref', page: 1, key, until: '2026-12-20' };
const fields = { typed: { antal: '12', flera: ['a', 'b'] }, known: { antal: ['', '11'] } };

test('what one window could not save, the next takes over', async () => {
	await new UnsavedCopy(place).keep(fields);
	expect(await new UnsavedCopy(place).takeOver()).toEqual(fields);
});

test('nothing that was typed can be read in the storage', async () => {
	await new UnsavedCopy(place).keep({ typed: { antal: 'hemlig' }, known: {} });
	expect(Object.keys(storage)).toHaveLength(1);
	expect(JSON.stringify(storage)).not.toMatch(/hemlig|antal/);
});

test('what is saved is erased', async () => {
	const copy = new UnsavedCopy(place);
	await copy.keep(fields);
	await copy.keep(null);
	expect(Object.keys(storage)).toEqual([]);
	expect(await new UnsavedCopy(place).takeOver()).toBe(null);
});

test('the newest of several states is what is left, however fast they come', async () => {
	const copy = new UnsavedCopy(place);
	const texts = ['1', '12', '123'];
	await Promise.all(texts.map((text) => copy.keep({ typed: { antal: text }, known: {} })));
	expect(await new UnsavedCopy(place).takeOver()).toEqual({ typed: { antal: '123' }, known: {} });
});

test('a copy opens at no other page and under no other key, and is erased when it cannot be opened', async () => {
	await new UnsavedCopy(place).keep(fields);
	const [[name, text] = ['', '']] = Object.entries(storage);
	expect(await new UnsavedCopy({ ...place, page: 2 }).takeOver()).toBe(null);
	storage[name.replace('ref/1/', 'ref/2/')] = text;
	expect(await new UnsavedCopy({ ...place, page: 2 }).takeOver()).toBe(null);
	const otherKey = Buffer.alloc(32, 8).toString('base64url');
	expect(await new UnsavedCopy({ ...place, key: otherKey }).takeOver()).toBe(null);
	expect(Object.keys(storage)).toEqual([]);
});

test('copies of a link, and of rounds that are over, are erased; what others keep there is left', async () => {
	await new UnsavedCopy(place).keep(fields);
	await new UnsavedCopy({ ...place, reference: 'annan', until: '2026-01-31' }).keep(fields);
	storage['någon annans'] = 'kvar';
	eraseCopies((_, until) => until < '2026-11-22');
	expect(Object.keys(storage).filter((name) => name.includes('annan/'))).toEqual([]);
	eraseCopies((reference) => reference === 'ref');
	expect(Object.keys(storage)).toEqual(['någon annans']);
});

test('a full storage is no fault: what is typed is still in the window', async () => {
	vi.spyOn(storageMethods, 'setItem').mockImplementationOnce(() => {
		throw new DOMException('full', 'QuotaExceededError');
	});
	await new UnsavedCopy(place).keep(fields);
	expect(Object.keys(storage)).toEqual([]);
});

test('no copies are kept where the browser has no cryptography or forbids storage', () => {
	vi.stubGlobal('isSecureContext', true);
	Object.defineProperty(storage, 'length', { value: 0 });
	expect(mayKeepCopies()).toBe(true);
	vi.stubGlobal('isSecureContext', false);
	expect(mayKeepCopies()).toBe(false);
});
