import type { Page } from 'playwright-core';

interface Focused {
	readonly kind: string;
	readonly name: string;
	readonly value: string;
	readonly isAnswered: boolean;
	readonly isNumber: boolean;
	readonly text: string;
	/** A ring around it, inside the window. */
	readonly isSeen: boolean;
}

/** What has the focus, and whether a person who looks can tell. */
function focused(page: Page): Promise<Focused> {
	return page.evaluate(() => {
		const element = document.activeElement ?? document.body;
		const { outlineStyle, outlineWidth } = getComputedStyle(element);
		const { top, bottom } = element.getBoundingClientRect();
		const control = element as HTMLInputElement;
		const group = [
			...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(control.name)}"]`)
		];
		return {
			kind: element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase(),
			name: control.name,
			value: control.value,
			isAnswered: group.some(({ checked }) => checked),
			isNumber: control.inputMode === 'numeric',
			text: element.textContent.trim(),
			isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight
		};
	});
}

const farthest = 120;

/**
 * Goes on with Tab to what is looked for, and does something at each stop on the way.
 * @throws when a stop cannot be seen, or when it is not reached
 */
export async function tabTo(
	page: Page,
	isThere: (focus: Focused) => boolean,
	atStop: (focus: Focused) => Promise<void> = () => Promise.resolve()
): Promise<void> {
	for (let step = 0; step < farthest; step += 1) {
		await page.keyboard.press('Tab');
		const focus = await focused(page);
		if (!focus.isSeen) throw new Error(`The focus cannot be seen: ${JSON.stringify(focus)}`);
		if (isThere(focus)) return;
		await atStop(focus);
	}
	throw new Error('Not reached with Tab');
}

/** Answers a control as a person at a keyboard does: the first or next choice, a digit, a word. */
export async function answerByKeys(page: Page, { kind, name, isAnswered, isNumber }: Focused): Promise<void> {
	const isStatus = name.endsWith('_status');
	if (kind === 'radio' && !isStatus && !isAnswered) {
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowDown');
	} else if (kind === 'checkbox' && !isAnswered) await page.keyboard.press('Space');
	else if (kind === 'select') await page.keyboard.press('ArrowDown');
	else if (kind === 'text' && isNumber) await page.keyboard.type('7');
	else if (kind === 'textarea') await page.keyboard.type('Mer samverkan.');
}
