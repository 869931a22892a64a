import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeyRing } from '../../../src/lib/server/keys/keyRing.ts';
import { openSealed, seal, type SealingKey } from '../../../src/lib/server/keys/sealing.ts';

const ring = createKeyRing(new Uint8Array(32).fill(7));
const key = ring.derive('answer-draft');

test('what is sealed opens to the same bytes', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plaintext, place) => {
			expect(new Uint8Array(openSealed(key, seal(key, plaintext, place), place))).toEqual(plaintext);
		})
	);
});

test('a change of any bit, another place and another key are all refused', () => {
	const sealed = seal(key, Buffer.from('svar'), 'draft/1');
	fc.assert(
		fc.property(fc.nat(sealed.length - 1), fc.nat(7), (index, bit) => {
			const changed = new Uint8Array(sealed);
			changed[index] = (changed[index] ?? 0) ^ (1 << bit);
			expect(() => openSealed(key, changed, 'draft/1')).toThrow();
		})
	);
	expect(() => openSealed(key, sealed, 'draft/2')).toThrow();
	expect(() => openSealed(ring.derive('receipt'), sealed, 'draft/1')).toThrow();
	expect(() => openSealed(key, sealed.subarray(0, 20), 'draft/1')).toThrow(
		'Not a sealed text of a known version'
	);
});

test('the same text is never sealed to the same bytes', () => {
	expect(seal(key, Buffer.from('svar'), 'x')).not.toEqual(seal(key, Buffer.from('svar'), 'x'));
});

test('keys differ by purpose, by context and by master key, and last', () => {
	const hex = (each: SealingKey) => each.export().toString('hex');
	const keys = [
		ring.derive('round-free-text', 'a'),
		ring.derive('round-free-text', 'b'),
		ring.derive('answer-draft', 'a'),
		createKeyRing(new Uint8Array(32).fill(8)).derive('round-free-text', 'a')
	].map(hex);
	expect(new Set(keys).size).toBe(4);
	// What was sealed last year must open: this value never changes.
	expect(hex(ring.derive('series-pseudonym'))).toBe(
		'48dead580af85ca7acb1a1315e1043c52a6ce71d4fd60446e9b6514eee55afba'
	);
});
