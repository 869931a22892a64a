import { describe, expect, it } from 'vitest';
import { pastedLinkSchema } from '#lib/invitations/invitationToken.ts';

const token = 'AAAAAAAAAAAAAAAAAAAAAA';

describe('a link that is pasted', () => {
	it.each([
		token,
		`  ${token}\n`,
		`https://lagesbild.provby.example/svara/${token}`,
		`https://lagesbild.provby.example/svara/${token}/underlag`,
		`http://localhost:3000/svara/${token}?sprak=en`,
		`\u200bhttps://lagesbild.provby.example/svara/${token.slice(0, 9)}\r\n ${token.slice(9)}\ufeff`
	])('is known by its last part: %j', (text) => {
		expect(pastedLinkSchema.safeParse(text).data).toBe(token);
	});

	it.each(['', 'https://provby.example', `${token}A`, `https://provby.example/svara/lank/${token}`, null])(
		'is refused when it is none: %j',
		(text) => {
			expect(pastedLinkSchema.safeParse(text).success).toBe(false);
		}
	);
});
