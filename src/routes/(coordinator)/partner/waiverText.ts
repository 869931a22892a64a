import { numberDetailName, type Waiver } from '#lib/organisations/waiver.ts';
import { roundName, type RoundTime } from '#lib/rounds/roundName.ts';

/** A medgivande as pages show it. */
export interface ShownWaiver extends Waiver {
	readonly organisationName: string;
	readonly seriesTitle: string;
	/** Null for every round of the series. */
	readonly round: RoundTime | null;
	/** Null once the person has been erased. */
	readonly signerName: string | null;
	readonly signerRole: string | null;
}

/** What a medgivande is of, in a line: "fråga P7, omgång 2024 av …: summan i sektorn". */
export function waiverText({ item, details, round, seriesTitle }: ShownWaiver): string {
	const numbers = details.map((detail) => lowerFirst(numberDetailName[detail])).join('; ');
	const question = item === null ? 'alla frågor' : `fråga ${item}`;
	return `${question}, ${round ? `omgång ${roundName(round)}` : 'alla omgångar'} av ${seriesTitle}: ${numbers}`;
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
