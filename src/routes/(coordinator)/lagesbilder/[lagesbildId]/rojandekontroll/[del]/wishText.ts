import type { Wish } from '#lib/disclosure/protection.ts';

export const wishText: Readonly<Record<Wish, string>> = {
	'must-show': 'måste visas',
	'rather-hide': 'döljs hellre'
};
