import type { MessageState } from '#lib/invitations/outboxState.ts';

interface Badge {
	readonly text: string;
	readonly tone?: 'active' | 'waiting' | 'done';
}

/** What the pages of the staff call the states of a message. */
export const messageStateBadge: Readonly<Record<MessageState, Badge>> = {
	printed: { text: 'Skrivs ut som brev' },
	planned: { text: 'Väntar på att skickas', tone: 'active' },
	sending: { text: 'Skickas nu', tone: 'active' },
	waiting: { text: 'Försöker igen', tone: 'waiting' },
	sent: { text: 'Skickat', tone: 'done' },
	delayed: { text: 'Försenat på vägen', tone: 'waiting' },
	bounced: { text: 'Kom inte fram', tone: 'waiting' },
	refused: { text: 'Gick inte att skicka', tone: 'waiting' },
	unsure: { text: 'Osäker – skickad?', tone: 'waiting' },
	cancelled: { text: 'Inställt' }
};
