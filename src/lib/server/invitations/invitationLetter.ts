import { unitInText } from '#lib/organisations/unitName.ts';
import type { Round } from '#lib/rounds/round.ts';
import { writtenDay, writtenPeriod } from '#lib/shared/writtenDay.ts';
import type { Municipality } from '../organisations/municipalityStore.ts';
import type { AskedUnit } from '../rounds/roundStore.ts';

export interface InvitationLetter {
	readonly subject: string;
	/** Plain text, for the e-mail and the printed letter. */
	readonly body: string;
}

/** The invitation to one unit. The link is on a line of its own, so that mail programs and scanners read it whole. */
export function invitationLetter(to: {
	readonly municipality: Municipality;
	readonly round: Round;
	readonly unit: AskedUnit;
	/** Null for a unit that nobody answers for: the letter is then to the unit. */
	readonly contactName: string | null;
	readonly link: string;
}): InvitationLetter {
	const { municipality, round, unit, contactName, link } = to;
	return {
		subject: `Kartläggning ${String(round.year)}: svara för ${unit.name} senast ${writtenDay(round.closesOn)}`,
		body: `${contactName === null ? 'Hej' : `Hej ${contactName}`},

${municipality.name} gör en kartläggning av sex mot ersättning och människohandel, tillsammans med polisen, socialtjänsten, skolan och civilsamhället. Vi ber dig svara för ${unitInText(unit)}.

Frågorna gäller perioden ${writtenPeriod(round.period.from, round.period.to)}. Svara senast ${writtenDay(round.closesOn)}.

Er personliga länk:
${link}

Underlagsblad med alla frågor, att samla siffrorna med först:
${link}/underlag

Samma blad som PDF:
${link}/underlag.pdf

Länken är er. Den som har den kan svara för er enhet, så skicka den bara vidare till en kollega som ska hjälpa till. Du kan göra uppehåll och fortsätta med samma länk.

Vi frågar om antal, aldrig om enskilda. Skriv inte namn, personnummer eller annat som kan peka ut en person. Era svar skiljs från länken när ni skickar in. Resultatet visas bara sammanställt, och små tal visas inte.

Läs mer om hur svaren skyddas på första sidan när du öppnar länken.

Frågor: ${municipality.coordinatorName}, ${municipality.coordinatorEmail}, ${municipality.coordinatorPhone}

Behöver du stöd i ett ärende? Den nationella stödtelefonen för yrkesverksamma, 020-39 00 00, ger råd om människohandel och prostitution.

Med vänlig hälsning
${municipality.coordinatorName}
${municipality.administration}, ${municipality.name}
`
	};
}
