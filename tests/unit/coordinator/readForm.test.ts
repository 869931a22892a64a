import { expect, test } from 'vitest';
import { cleanFields } from '../../../src/routes/(coordinator)/readForm.ts';

test('a text pasted with control characters is read without them, with its lines, emoji and right-to-left text', () => {
	const form = new FormData();
	form.set('analys', ' rad ett\r\nrad\u0000 två\u0007 👋 مرحبا\ud83d ');
	form.set('bilaga', new File(['x'], 'x.txt'));
	expect(cleanFields(form)).toEqual({ analys: 'rad ett\nrad två 👋 مرحبا\ufffd' });
});
