import type { MessageLanguage } from '#lib/invitations/messageLanguage.ts';
import { textKindName, type TextKind } from '#lib/invitations/messageText.ts';

/** What stands in the address of a text. */
export const kindInAddress: Readonly<Record<TextKind, string>> = {
	invitation: 'inbjudan',
	reminder: 'paminnelse',
	replacement: 'ny-lank',
	thanks: 'tack'
};

const languageName: Readonly<Record<MessageLanguage, string>> = { sv: 'svenska', en: 'engelska' };

export function textTitle(kind: TextKind, language: MessageLanguage): string {
	return `${textKindName[kind]} på ${languageName[language]}`;
}
