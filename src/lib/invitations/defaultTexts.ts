import type { MessageLanguage } from './messageLanguage.ts';

interface Text {
	readonly subject: string;
	readonly body: string;
}

type Texts = Readonly<Record<MessageLanguage, Text>>;

const invitation: Texts = {
	sv: {
		subject: 'Kartläggning {år}: svara för {enhetsnamn} senast {sista_svarsdag}',
		body: `{hälsning},

{kommun} gör kartläggningen {kartläggning}, tillsammans med polisen, socialtjänsten, skolan och civilsamhället. Vi ber dig svara för {enhet}.

Frågorna gäller perioden {period}. Svara senast {sista_svarsdag}.

Er personliga länk:
{länk}

Underlagsblad med alla frågor, att samla siffrorna med först:
{länk}/underlag

Samma blad som PDF:
{länk}/underlag.pdf

Länken är er. Den som har den kan svara för er enhet, så skicka den bara vidare till en kollega som ska hjälpa till. Du kan göra uppehåll och fortsätta med samma länk. Spara det här meddelandet.

Vi frågar om antal, aldrig om enskilda. Skriv inte namn, personnummer eller annat som kan peka ut en person. Era svar skiljs från länken när ni skickar in. Resultatet visas bara sammanställt, och små tal visas inte.

Läs mer om hur svaren skyddas på första sidan när du öppnar länken.

Frågor: {samordnare}, {samordnare_epost}, {samordnare_telefon}

Behöver du stöd i ett ärende som rör människohandel eller prostitution? Den nationella stödtelefonen för yrkesverksamma, 020-39 00 00, ger råd.

{signatur}`
	},
	en: {
		subject: 'Survey {år}: answer for {enhetsnamn} by {sista_svarsdag}',
		body: `{hälsning},

{kommun} is carrying out the survey {kartläggning}, together with the police, social services, schools and civil society. We ask you to answer for {enhet}.

The questions are about {period}. Please answer by {sista_svarsdag}.

Your personal link:
{länk}

A sheet with all the questions, to collect the figures on first (in Swedish):
{länk}/underlag

The same sheet as PDF:
{länk}/underlag.pdf

The link is yours. Whoever has it can answer for your unit, so pass it on only to a colleague who is to help. You can pause and go on with the same link. Keep this message.

We ask about numbers, never about individuals. Do not write names, personal identity numbers or anything else that could point out a person. Your answers are separated from the link when you send them. Results are shown in aggregate only, and small numbers are not shown.

Read more about how the answers are protected on the first page when you open the link.

Questions: {samordnare}, {samordnare_epost}, {samordnare_telefon}

Do you need advice in a case of trafficking or prostitution? The national support line for professionals is +46 20 39 00 00.

{signatur}`
	}
};

const reminder: Texts = {
	sv: {
		subject: 'Påminnelse: svara för {enhetsnamn} senast {sista_svarsdag}',
		body: `{hälsning},

Vi har inte fått något svar från {enhet} i kartläggningen {kartläggning} {år}. Sista dag att svara är {sista_svarsdag}.

{egen_rad}

Har ni redan börjat? Fortsätt då med länken i vårt tidigare meddelande: det ni har skrivit finns bara där.

Har ni inte börjat, eller har den länken kommit bort, så börjar ni på ett tomt formulär här:
{länk}

Ni skickar in en gång, och det räcker med en av länkarna. Har ni ingenting att redovisa är det också ett svar.

Frågor, eller svårt att hinna? Hör av er till {samordnare}, {samordnare_epost}, {samordnare_telefon}.

{signatur}`
	},
	en: {
		subject: 'Reminder: answer for {enhetsnamn} by {sista_svarsdag}',
		body: `{hälsning},

We have not received an answer from {enhet} to the survey {kartläggning} of {år}. The last day to answer is {sista_svarsdag}.

{egen_rad}

Have you already begun? Then go on with the link in our earlier message: what you have written is only there.

If you have not begun, or have lost that link, you start with an empty form here:
{länk}

You send your answers once, and one of the links is enough. Having nothing to report is an answer too.

Questions, or short of time? Contact {samordnare}, {samordnare_epost}, {samordnare_telefon}.

{signatur}`
	}
};

// The same to whom it may concern: it must not tell whether the unit has answered.
const replacement: Texts = {
	sv: {
		subject: 'Ny länk till kartläggningen {år} för {enhetsnamn}',
		body: `{hälsning},

Här är en ny länk till kartläggningen {kartläggning} {år} för {enhet}. Länkar som ni har fått tidigare gäller inte längre. Sista dag att svara är {sista_svarsdag}.

Er nya personliga länk:
{länk}

Har ni börjat svara med en tidigare länk? Det ni har skrivit finns kvar. Öppna den tidigare länken och klistra in den nya där, så följer det med. Har ni redan skickat in svaret behöver ni inte göra något.

Länken är er. Den som har den kan svara för er enhet, så skicka den bara vidare till en kollega som ska hjälpa till. Spara det här meddelandet.

Frågor: {samordnare}, {samordnare_epost}, {samordnare_telefon}

{signatur}`
	},
	en: {
		subject: 'New link to the survey of {år} for {enhetsnamn}',
		body: `{hälsning},

Here is a new link to the survey {kartläggning} of {år} for {enhet}. Links that you were given earlier no longer work. The last day to answer is {sista_svarsdag}.

Your new personal link:
{länk}

Have you begun to answer with an earlier link? What you have written is still there. Open the earlier link and paste the new one there, and it comes along. If you have already sent your answers there is nothing more for you to do.

The link is yours. Whoever has it can answer for your unit, so pass it on only to a colleague who is to help. Keep this message.

Questions: {samordnare}, {samordnare_epost}, {samordnare_telefon}

{signatur}`
	}
};

const thanks: Texts = {
	sv: {
		subject: 'Tack för svaret i kartläggningen {år}',
		body: `{hälsning},

Tack för att {enhet} har svarat i kartläggningen {kartläggning} {år}. Svarstiden är nu slut.

Svaren räknas ihop och skyddas så att ingen enskild kan kännas igen. Lägesbilden granskas av en annan person innan den visas, och går sedan till politikerna. När den är publicerad står det ni berättade och det som händer på den här sidan:
{återkoppling}

Du behöver inte göra något mer. Har ni samlat uppgifter i ett underlagsblad kan ni nu kasta det.

{signatur}`
	},
	en: {
		subject: 'Thank you for answering the survey of {år}',
		body: `{hälsning},

Thank you: {enhet} has answered the survey {kartläggning} of {år}. The time for answers is now over.

The answers are added up and protected so that no individual can be recognised. Another person reviews the report before it is shown, and it then goes to the politicians. Once it is published, what you told and what happens now is on this page, in Swedish:
{återkoppling}

There is nothing more for you to do. If you collected figures on a sheet you can now throw it away.

{signatur}`
	}
};

/** The program's own texts, for a municipality that has not written others. */
export const defaultTexts = { invitation, reminder, replacement, thanks } as const;
