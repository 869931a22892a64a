import { sectorName, sectors } from '#lib/organisations/sector.ts';
import type { TextFieldPlan } from '#lib/components/texts/textFieldPlan.ts';

export const statementPlans: readonly TextFieldPlan[] = [
	{
		name: 'statement',
		label: 'Iakttagelse',
		hint: 'En mening som står på egna ben. Den blir rubrik i analysen.',
		rows: 2
	},
	{
		name: 'explanation',
		label: 'Vad ni ser',
		hint: 'Vad säger underlaget, och vad säger det inte? Fler fall kan bero på att fler upptäcks.',
		rows: 8
	}
];

export const viewPlans: readonly TextFieldPlan[] = sectors.map((sector) => ({
	name: `views.${sector}`,
	label: sectorName[sector],
	rows: 5
}));

export const consequencePlans: readonly TextFieldPlan[] = [
	{ name: 'consequences.persons', label: 'För dem som drabbas', rows: 5 },
	{ name: 'consequences.society', label: 'För samhället', rows: 5 }
];

export const gapPlan: TextFieldPlan = {
	name: 'knowledgeGaps',
	label: 'Vad vet ni inte?',
	hint: 'Vem har inte svarat, inte frågat eller inte kunnat lämna ut uppgifter?',
	rows: 4
};

export const reasonsPlan: TextFieldPlan = {
	name: 'reasons',
	label: 'Skäl till prioriteringen',
	hint: 'Varför just de stegen? Skälen står i lägesbilden.',
	rows: 4
};
