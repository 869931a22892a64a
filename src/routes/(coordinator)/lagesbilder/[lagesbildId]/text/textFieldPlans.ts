import { councilLists, councilTexts, type TextFieldPlan } from '#lib/components/texts/textFieldPlan.ts';
import { estimateLabel } from '#lib/lagesbild/estimate/estimateWords.ts';

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

const plans = [...chapterTexts, ...councilTexts.heading, ...councilTexts.matter, ...councilLists];

/** The label of a field of the texts, also of one proposal of several and of an estimate. */
export function fieldLabel(field: string): string {
	const [, proposal, part] = /^council\.proposals\.(\d+)\.(\w+)/.exec(field) ?? [];
	if (proposal !== undefined) {
		return `Förslag ${String(Number(proposal) + 1)}, ${part === 'body' ? 'beslutande organ' : 'att-satser'}`;
	}
	return plans.find(({ name }) => name === field)?.label ?? estimateLabel(field) ?? field;
}
