import { numberText } from '#lib/shared/numberText.ts';
import type { Block, Lagesbild } from '#lib/lagesbild/lagesbild.ts';

type Paragraph = Extract<Block, { readonly kind: 'paragraph' }>;

interface Closing {
	readonly title: string;
	readonly sections: readonly { readonly title: string; readonly blocks: readonly Paragraph[] }[];
}

/** What somebody has written in a field, with the full stop that they may have left out. */
function asSentence(text: string): string {
	return text.endsWith('.') ? text : `${text}.`;
}

function protocolText({ protocol }: Lagesbild): string[] {
	const { policy } = protocol;
	return [
		`Antal som gäller färre än ${policy.threshold} personer visas inte. Bedömningar och åsikter visas bara när minst ${policy.minimumAnswers} svar från minst ${policy.minimumOrganisations} verksamheter ligger bakom dem, och andelar bara på ett underlag av minst ${policy.minimumShareBase}.`,
		`Alla tabeller i lägesbilden har kontrollerats tillsammans. Av ${numberText(protocol.cells)} uppgifter är ${numberText(protocol.hidden)} dolda, en del av dem för att de andra inte ska kunna räknas ut.`,
		protocol.verified
			? 'Kontrollen är prövad en andra gång med en oberoende beräkning.'
			: 'Kontrollen är inte prövad en andra gång.'
	];
}

/** What stands last in the printed report: the law, the protocol, who approved it and whom to ask. */
export function closing(lagesbild: Lagesbild): Closing {
	const { approval, responsible, series } = lagesbild;
	const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text });
	return {
		title: 'Om lägesbilden',
		sections: [
			{ title: 'Rättslig grund', blocks: [paragraph(asSentence(series.legalBasis))] },
			{ title: 'Protokoll från röjandekontrollen', blocks: protocolText(lagesbild).map(paragraph) },
			...(approval
				? [
						{
							title: 'Granskning',
							blocks: [
								paragraph(
									`Skriven av ${approval.writtenBy}. Granskad av ${approval.approvedBy} den ${approval.approvedOn}. Publicerad den ${approval.publishedOn}. Version ${lagesbild.version}.`
								)
							]
						}
					]
				: []),
			{
				title: 'Kontakt',
				blocks: [paragraph(`${responsible.coordinator}, ${responsible.board}. ${responsible.email}`)]
			}
		]
	};
}
