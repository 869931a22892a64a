import type { SectionWords } from '../../../texts/sectionWords.ts';

/** The words of the receipt. */
export interface ReceiptTexts {
	readonly title: (isCorrection: boolean) => string;
	readonly sentOn: (day: string) => string;
	readonly codeTitle: string;
	readonly code: (day: string) => string;
	readonly saveTitle: string;
	readonly save: readonly [before: string, between: string, after: string];
	readonly nextTitle: string;
	readonly next: string;
	readonly shared: string;
	readonly answersTitle: string;
	readonly version: (title: string, version: string, period: string) => string;
	/** null: the components' own Swedish. */
	readonly around: {
		readonly sections: SectionWords;
		readonly ending: { readonly button: string; readonly text: string } | null;
		readonly support: { readonly line: string; readonly danger: string } | null;
	} | null;
}

export const swedishReceipt: ReceiptTexts = {
	title: (isCorrection) => (isCorrection ? 'Tack, rättelsen är inskickad' : 'Tack, svaret är inskickat'),
	sentOn: (day) => `Inskickat den ${day}.`,
	codeTitle: 'Kod för att rätta svaret',
	code: (day) =>
		`Med länken i inbjudan och den här koden kan svaret öppnas, ändras och skickas in igen till och med den ${day}. Koden visas bara nu och går inte att få igen. Den som har både länken och koden kan läsa svaret, så förvara dem var för sig.`,
	saveTitle: 'Spara en kopia nu',
	save: [
		'Den här sidan visas bara en kort stund. Skriv ut den eller spara den som PDF med webbläsarens utskrift (',
		' + ',
		', på telefon under Dela eller Skriv ut). Efter det säger länken bara att enkäten är besvarad, och bara koden ovan öppnar svaret igen.'
	],
	nextTitle: 'Vad händer nu',
	next: 'Samordnaren ser att ni har svarat, men inte vad. När insamlingen är stängd granskas tabellerna så att ingen person går att känna igen, och lägesbilden lämnas till kommunfullmäktige och publiceras.',
	shared:
		'Ni använder en delad dator: webbläsaren har ombetts att glömma allt från den här webbplatsen. Stäng fönstret när ni har skrivit ut.',
	answersTitle: 'Det här svarade ni',
	version: (title, version, period) => `${title}, version ${version}. Uppgifterna avser ${period}.`,
	around: null
};
