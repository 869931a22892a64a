/** Why a file was not taken for a report. */
export const unreadText: Readonly<Record<'too-large' | 'unreadable' | 'not-a-report', string>> = {
	'too-large': 'Filen är större än 2 MB och är inte läst.',
	unreadable: 'Filen går inte att läsa som ett e-postmeddelande. Spara meddelandet som .eml.',
	'not-a-report': 'Meddelandet är ingen rapport om att något inte kom fram. Inget är ändrat.'
};

export const outcomeText: Readonly<Record<'permanent' | 'given-up' | 'delayed' | 'delivered', string>> = {
	permanent: 'Avvisat för gott.',
	'given-up': 'Gick inte att leverera i tid. Adressen kan fungera senare och är inte markerad.',
	delayed: 'Försenat. E-postservern försöker fortfarande.',
	delivered: 'Meddelandet kom fram.'
};

export const mailboxFaultText: Readonly<
	Record<'unreachable' | 'sign-in' | 'encryption' | 'no-mailbox', string>
> = {
	unreachable: 'Brevlådans server svarar inte.',
	'sign-in': 'Brevlådans server godtar inte användarnamn eller lösenord.',
	encryption: 'Förbindelsen till brevlådan går inte att kryptera som den ska.',
	'no-mailbox': 'Mappen som ska läsas finns inte i brevlådan.'
};
