import { standingText, fillText, type MessageText, type TextKind } from '#lib/invitations/messageText.ts';
import type { MessageLanguage } from '#lib/invitations/messageLanguage.ts';
import { unitInText } from '#lib/organisations/unitName.ts';
import type { Round } from '#lib/rounds/round.ts';
import { roundAddress, roundName } from '#lib/rounds/roundName.ts';
import { writtenDay, writtenPeriod } from '#lib/shared/writtenDay.ts';
import type { Municipality } from '../organisations/municipalityStore.ts';
import type { MailSettings } from './mailSettingsStore.ts';

/** Whom a text is filled for, and about what. */
export interface Addressed {
	readonly municipality: Municipality;
	/** Where the program is reached: `https://lagesbild.example`. */
	readonly site: string;
	readonly settings: MailSettings;
	/** The coming lägesbild's place among the municipality's addresses; by its round alone when not given. */
	readonly address?: string;
	/** The series' name. */
	readonly series: string;
	readonly round: Pick<Round, 'year' | 'part' | 'period' | 'closesOn'>;
	readonly unit: { readonly name: string; readonly organisationName: string };
	/** null for a unit that nobody answers for: the letter is then to the unit. */
	readonly contact: { readonly name: string; readonly language: MessageLanguage } | null;
	readonly link: string;
	readonly ownLine?: string;
}

function greeting({ contact }: Addressed): string {
	const word = contact?.language === 'en' ? 'Dear' : 'Hej';
	if (contact === null) return word;
	return `${word} ${contact.name}`;
}

function signatureOf({ municipality, settings, contact }: Addressed): string {
	if (settings.signature !== '') return settings.signature;
	const regards = contact?.language === 'en' ? 'Kind regards' : 'Med vänlig hälsning';
	return `${regards}\n${municipality.coordinatorName}\n${municipality.administration}, ${municipality.name}`;
}

/** What the series that the program was made for is called where nobody reads Swedish; others have no second name. */
const englishNames: Readonly<Record<string, string>> = {
	'Sex mot ersättning och människohandel': 'Sex in Return for Payment and Trafficking in Human Beings'
};

const nameOfSeries = (title: string, language: MessageLanguage): string =>
	(language === 'en' ? englishNames[title] : undefined) ?? title;

/** A text with the values of one recipient, in the recipient's language. */
export function fillMessage(
	kind: TextKind,
	to: Addressed
): MessageText & { readonly language: MessageLanguage } {
	const { municipality, round, unit } = to;
	const language = to.contact?.language ?? 'sv';
	const own = to.settings.texts.find((each) => each.kind === kind && each.language === language) ?? null;
	const { from, to: end } = round.period;
	const period =
		language === 'sv'
			? writtenPeriod(from, end)
			: `${writtenDay(from, language)} – ${writtenDay(end, language)}`;
	return {
		language,
		...fillText(standingText(own, { kind, language }), {
			hälsning: greeting(to),
			kommun: municipality.name,
			kartläggning: nameOfSeries(to.series, language),
			år: roundName(round),
			enhet: unitInText(unit),
			enhetsnamn: unit.name,
			period,
			sista_svarsdag: writtenDay(round.closesOn, language),
			länk: to.link,
			återkoppling: `${to.site}/lagesbild/${municipality.slug}/${to.address ?? roundAddress(round)}/aterkoppling`,
			egen_rad: to.ownLine ?? '',
			samordnare: municipality.coordinatorName,
			samordnare_epost: municipality.coordinatorEmail,
			samordnare_telefon: municipality.coordinatorPhone,
			signatur: signatureOf(to)
		})
	};
}
