import type { Page } from 'playwright-core';

export interface Letter {
	readonly unitName: string;
	readonly token: string;
}

/** The printable letters of a round, read from the page they are printed from. */
export async function readLetters(page: Page, round: string): Promise<Letter[]> {
	await page.goto(`${round}/brev`);
	const letters = await page.locator('article.letter').evaluateAll((articles) =>
		articles.map((article) => ({
			recipient: article.querySelector('h2 + p')?.textContent ?? '',
			link: article.querySelector('.letter-link')?.textContent ?? ''
		}))
	);
	return letters.map(({ recipient, link }) => ({
		unitName: /^Till (.+?)(?:, [^,]+)?$/.exec(recipient.trim())?.[1] ?? recipient,
		token: link.trim().split('/svara/')[1] ?? ''
	}));
}
