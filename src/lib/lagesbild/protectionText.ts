import { hiddenExplanation } from '#lib/disclosure/tables/releasedTable.ts';
import type { ToldProtocol } from './protocolForReaders.ts';
import { numberText } from '#lib/shared/numberText.ts';
import type { Section } from './lagesbild.ts';
import { paragraph } from './reportSections.ts';

/** "Så har vi skyddat uppgifterna", in plain words with the limits that were used and what they led to. */
export function protectionSections(protocol: ToldProtocol): Section[] {
	const { policy } = protocol;
	return [
		{
			id: 'sa-har-vi-skyddat',
			title: 'Så har vi skyddat uppgifterna',
			blocks: [
				{
					kind: 'list',
					items: [
						`Ett antal personer som är större än noll och mindre än ${numberText(policy.threshold)} visas inte.`,
						...organisationItems(policy),
						`Bedömningar visas bara när de kommer från minst ${numberText(policy.minimumAnswers)} svar i minst ${numberText(policy.minimumOrganisations)} organisationer. Annars läggs sektorerna ihop eller så visas de inte.`,
						`Andelar visas bara när de bygger på minst ${numberText(policy.minimumShareBase)}, och utan decimaler.`,
						`Uppdelning efter kön och ålder frågas inte ens av enheter som känner till några få personer, och visas bara när den gäller minst ${numberText(2 * policy.threshold)} personer.`,
						'Hur enheterna har svarat visas inte när svaren skulle säga något om få personer.',
						`Det som står i fritext redovisas som teman. Ett tema visas när minst ${numberText(policy.minimumAnswers)} texter från alla sektorer tillsammans tar upp det.`,
						'Fritext återges aldrig ordagrant. Citat är skrivna med andra ord och godkända av en andra person, och står bara under teman som visas.',
						'Inga enheter, skolor, adresser eller föreningar nämns vid tal eller citat.'
					]
				},
				paragraph(
					'Det räcker inte att dölja de små talen: de kan gå att räkna ut ur andra. Därför har alla tabeller prövats tillsammans, även mot tidigare års lägesbilder, och ytterligare tal har dolts tills inget dolt tal kan räknas ut ur dem som visas.'
				),
				paragraph(resultText(protocol)),
				{ kind: 'note', title: 'Så läses ett dolt tal', text: hiddenExplanation }
			]
		}
	];
}

function organisationItems({ contributors }: ToldProtocol['policy']): string[] {
	if (!contributors) return [];
	const fewest = numberText(contributors.minimumOrganisations ?? 1);
	return [
		`Ett antal personer som kommer från färre än ${fewest} organisationer, eller nästan helt från en av dem, visas bara när organisationen själv har medgett det. En hel sektor kan därför sakna tal.`
	];
}

function resultText({ cells, hidden, verified }: ToldProtocol): string {
	const checked = verified ? ' En fristående beräkning har därefter kontrollerat resultatet.' : '';
	const hiddenWords = hidden === 0 ? 'Inget av dem döljs' : `${numberText(hidden)} av dem döljs`;
	return `Lägesbilden består av ${numberText(cells)} tal. ${hiddenWords}.${checked}`;
}
