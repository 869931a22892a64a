import { hiddenCount } from './hiddenCount.ts';
import type { DisclosureProtocol, WishOutcome } from '#lib/disclosure/protection.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import { numberText } from '#lib/shared/numberText.ts';
import { writtenDay, writtenPeriod } from '#lib/shared/writtenDay.ts';
import { attackText } from './attackText.ts';
import { hidingCounts } from './hidingCounts.ts';
import { quotationCounts } from './quotationOutcomeText.ts';
import type { QuotationOutcome } from './quotations.ts';
import { protectionRules, readersKnowledge } from './protectionRules.ts';
import type { ThresholdChange } from '#lib/rounds/threshold.ts';
import { thresholdChangeText } from '#lib/rounds/thresholdChangeText.ts';
import { wishName, wishOutcomeText } from './wishOutcomeText.ts';

/** A change of what the round keeps, as the protocol tells of it. */
export interface ProtocolChange extends Pick<ThresholdChange, 'from' | 'to'> {
	/** Less is kept, so that two persons have decided it. */
	readonly isLowering: boolean;
	readonly reason: string;
	readonly proposer: string;
	readonly decider: string;
	readonly decidedOn: CalendarDate;
}

/** Everything that the protocol of a version's disclosure control is made from. No number of a table is among it. */
export interface ProtocolInput {
	readonly municipality: string;
	readonly series: string;
	/** The round's name. */
	readonly round: string;
	readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
	readonly version: number;
	readonly compiled: { readonly moment: string; readonly by: string; readonly seconds: number | null };
	/** The versions of the round, and when those that are published were. */
	readonly versions: readonly { readonly version: number; readonly publishedOn: CalendarDate | null }[];
	/** Absent while it is a draft. */
	readonly approval?: {
		readonly writtenBy: string;
		readonly approvedBy: string;
		readonly publishedOn: CalendarDate;
		/** SHA-256 of the fixed content. */
		readonly fingerprint: string;
	};
	/** The day that the protocol is of. */
	readonly date: CalendarDate;
	readonly protocol: DisclosureProtocol;
	readonly wishes: readonly WishOutcome[];
	/** The approved quotations of free text, and what became of each. */
	readonly quotations: readonly { readonly outcome: QuotationOutcome }[];
	/** Changes of the planned tables, in words. */
	readonly design: readonly string[];
	readonly changes: readonly ProtocolChange[];
	/** How many medgivanden counted at compilation. */
	readonly waivers: number;
}

export type ProtocolBlock =
	| { readonly kind: 'paragraph'; readonly text: string }
	| { readonly kind: 'list'; readonly items: readonly string[] }
	| { readonly kind: 'facts'; readonly items: readonly { readonly term: string; readonly text: string }[] }
	| {
			readonly kind: 'table';
			readonly title: string;
			readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
			readonly rows: readonly (readonly string[])[];
	  };

export interface Rojandeprotokoll {
	readonly title: string;
	readonly kicker: string;
	readonly author: string;
	readonly date: CalendarDate;
	readonly lead: string;
	readonly sections: readonly { readonly title: string; readonly blocks: readonly ProtocolBlock[] }[];
}

const paragraph = (text: string): ProtocolBlock => ({ kind: 'paragraph', text });

/** The protocol of disclosure control: what was hidden by which rules, and that it was proven. It holds no number of a table. */
export function rojandeprotokoll(input: ProtocolInput): Rojandeprotokoll {
	const { municipality, round, version, approval, date, protocol } = input;
	return {
		title: 'Röjandeprotokoll',
		kicker: `Lägesbild ${round}, version ${String(version)}. ${municipality}`,
		author: municipality,
		date,
		lead: approval
			? 'Protokollet hör till den publicerade lägesbilden och ändras inte. Det är till för samordnaren och granskaren.'
			: 'Utkast. Lägesbilden är inte publicerad, och protokollet kan ändras. Det är till för samordnaren och granskaren.',
		sections: [
			{ title: 'Vad protokollet gäller', blocks: [aboutVersion(input)] },
			{ title: 'Regler', blocks: [{ kind: 'facts', items: protectionRules(protocol.policy) }] },
			{ title: 'Ändringar av gränsen', blocks: changeBlocks(input.changes) },
			...(protocol.policy.contributors ? [waiverSection(input.waivers)] : []),
			{
				title: 'Vad läsaren antas veta',
				blocks: [{ kind: 'list', items: readersKnowledge(protocol.policy) }]
			},
			{ title: 'Utfall', blocks: [outcomeTable(protocol), paragraph(releaseAdvice)] },
			{ title: 'Bevis', blocks: proofBlocks(protocol) },
			{ title: 'Ändringar i tabellplanen', blocks: [designBlock(input.design)] },
			{ title: 'Samordnarens markeringar', blocks: wishBlocks(input.wishes) },
			{ title: 'Citat ur fritext', blocks: quotationBlocks(input.quotations) },
			{ title: 'Versioner', blocks: [versionTable(input)] }
		]
	};
}

const releaseAdvice =
	'Protokollet innehåller inga tal ur tabellerna. Hur många uppgifter som är dolda av varje skäl kan ändå säga något om dem tillsammans med lägesbilden. Pröva sekretessen innan protokollet lämnas ut.';

function aboutVersion(input: ProtocolInput): ProtocolBlock {
	const { compiled, approval } = input;
	const took =
		compiled.seconds === null ? '' : ` Röjandekontrollen tog ${numberText(compiled.seconds)} sekunder.`;
	return {
		kind: 'facts',
		items: [
			{ term: 'Kommun', text: input.municipality },
			{ term: 'Kartläggning', text: input.series },
			{ term: 'Frågorna gäller', text: writtenPeriod(input.period.from, input.period.to) },
			{ term: 'Version', text: String(input.version) },
			{ term: 'Sammanställd', text: `${compiled.moment} av ${compiled.by}.${took}` },
			...(approval
				? [
						{ term: 'Skriven av', text: approval.writtenBy },
						{ term: 'Godkänd av', text: `${approval.approvedBy}, ${writtenDay(approval.publishedOn)}` },
						{ term: 'Kontrollsumma', text: `SHA-256 ${approval.fingerprint}` }
					]
				: [])
		]
	};
}

function changeBlocks(changes: readonly ProtocolChange[]): ProtocolBlock[] {
	if (changes.length === 0) return [paragraph('Gränsen är den som omgången skapades med.')];
	return [
		{
			kind: 'table',
			title: 'Ändringar av vad som skyddas',
			columns: ['Ändring', 'Beslutad av', 'Skäl'].map((title) => ({ title, isNumber: false })),
			rows: changes.map((change) => {
				const { isLowering, reason, proposer, decider, decidedOn } = change;
				return [
					thresholdChangeText(change),
					isLowering
						? `Föreslagen av ${proposer}, godkänd av ${decider}, ${writtenDay(decidedOn)}`
						: `${proposer}, ${writtenDay(decidedOn)}`,
					reason === '' ? 'Behövs inte för ett starkare skydd' : reason
				];
			})
		}
	];
}

function waiverSection(waivers: number): Rojandeprotokoll['sections'][number] {
	const counted =
		waivers === 0
			? 'Inget medgivande från en organisation gällde när lägesbilden sammanställdes.'
			: `${numberText(waivers)} ${waivers === 1 ? 'medgivande' : 'medgivanden'} från organisationer gällde när lägesbilden sammanställdes. De tal som ett medgivande gäller får visas, men ingår i prövningen av alla andra.`;
	return { title: 'Medgivanden', blocks: [paragraph(counted)] };
}

function outcomeTable(protocol: DisclosureProtocol): ProtocolBlock {
	return {
		kind: 'table',
		title: 'Prövade uppgifter',
		columns: [
			{ title: 'Utfall', isNumber: false },
			{ title: 'Antal', isNumber: true }
		],
		rows: [
			...hidingCounts(protocol).map(({ clause, count }) => [`Visas inte: ${clause}`, numberText(count)]),
			['Visas', numberText(protocol.cells - hiddenCount(protocol))],
			['Alla prövade uppgifter', numberText(protocol.cells)]
		]
	};
}

function proofBlocks(protocol: DisclosureProtocol): ProtocolBlock[] {
	const between = protocol.certified - hiddenCount(protocol);
	const also =
		between > 0 ? `, varav ${numberText(between)} för mellanled som en läsare kunde räkna fram` : '';
	return [
		paragraph(
			`${numberText(protocol.certified)} bevis är gjorda${also}. Varje bevis är en annan uppsättning hela tal som stämmer med allt som visas, men där den dolda uppgiften är en annan.`
		),
		paragraph(
			protocol.verified
				? 'Alla bevis är kontrollerade av en fristående del av programmet, och alla håller.'
				: 'Bevisen är inte kontrollerade. Lägesbilden ska inte publiceras.'
		),
		...(protocol.attack ? [paragraph(attackText(protocol.attack))] : [])
	];
}

function designBlock(design: readonly string[]): ProtocolBlock {
	return design.length === 0
		? paragraph('Tabellerna är de som frågeformulären ger.')
		: { kind: 'list', items: design };
}

function wishBlocks(wishes: readonly WishOutcome[]): ProtocolBlock[] {
	if (wishes.length === 0) return [paragraph('Inga uppgifter är markerade.')];
	return [
		paragraph('Markeringarna ändrar inga regler. De väljer mellan mönster som skyddar lika väl.'),
		{
			kind: 'table',
			title: 'Samordnarens markeringar och vad de ledde till',
			columns: ['Uppgift', 'Markering', 'Utfall'].map((title) => ({ title, isNumber: false })),
			rows: wishes.map((wish) => [wish.label, wishName[wish.wish], wishOutcomeText(wish)])
		}
	];
}

function quotationBlocks(quotations: ProtocolInput['quotations']): ProtocolBlock[] {
	const counts = quotationCounts(quotations);
	if (counts.length === 0) return [paragraph('Inget citat är godkänt.')];
	return [
		paragraph(
			'Varje citat är skrivet med andra ord än texten, föreslaget av en person och godkänt av en annan. Det står bara under ett tema vars antal visas.'
		),
		{ kind: 'list', items: counts.map(({ count, text }) => `${numberText(count)} ${text}`) }
	];
}

function versionTable({ versions }: ProtocolInput): ProtocolBlock {
	return {
		kind: 'table',
		title: 'Omgångens versioner',
		columns: ['Version', 'Publicerad'].map((title) => ({ title, isNumber: false })),
		rows: versions.map(({ version, publishedOn }) => [
			`Version ${String(version)}`,
			publishedOn ? writtenDay(publishedOn) : 'Nej'
		])
	};
}
