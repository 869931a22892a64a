import type { Language } from '#lib/instruments/texts/answerMessages.ts';

/** Of a page whose form came when the link took nothing any more: said on the page that the link leads to instead. */
export const notSavedTexts: Readonly<Record<Language, readonly [title: string, text: string]>> = {
	sv: [
		'Det ni ändrade på den senaste sidan är inte sparat',
		'Länken tog inte längre emot svar när ni valde knappen. Det som var sparat tidigare påverkas inte.'
	],
	en: [
		'What you changed on the last page has not been saved',
		'The link took no more answers when you pressed the button. What had been saved before is not affected.'
	]
};
