import type { TextFieldPlan } from '#lib/components/texts/textFieldPlan.ts';

export const chapterTexts: readonly TextFieldPlan[] = [
	{
		name: 'annanInformation',
		label: 'Annan information av betydelse',
		hint: 'Vad vet ni från andra källor? Referensdata, orosanmälningar, omvärld, planerade förändringar.',
		rows: 10
	},
	{
		name: 'analys',
		label: 'Analys',
		hint: 'Vad säger kartläggningen och informationen tillsammans? Fler fall kan bero på att fler upptäcks.',
		rows: 14
	},
	{
		name: 'slutsatser',
		label: 'Slutsatser och behov av åtgärder',
		hint: 'Vilka behov ser ni, och på vilken grund?',
		rows: 10
	}
];
