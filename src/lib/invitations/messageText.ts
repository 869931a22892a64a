import { defaultTexts } from './defaultTexts.ts';
import type { MessageLanguage } from './messageLanguage.ts';

/** What a municipality writes to those who answer; the texts are its own to change. */
export const textKinds = ['invitation', 'reminder', 'replacement', 'thanks'] as const;
export type TextKind = (typeof textKinds)[number];

export const textKindName: Readonly<Record<TextKind, string>> = {
	invitation: 'Inbjudan',
	reminder: 'Påminnelse',
	replacement: 'Ny länk',
	thanks: 'Tack'
};

export interface MessageText {
	readonly subject: string;
	readonly body: string;
}

/** What stands in braces in a text, and what it becomes. */
export const placeholders = {
	hälsning: 'Hej och mottagarens namn, på mottagarens språk',
	kommun: 'kommunens namn',
	kartläggning: 'kartläggningens namn',
	år: 'omgångens år',
	enhet: 'enheten, med organisation i parentes',
	enhetsnamn: 'enhetens namn',
	period: 'perioden som frågorna gäller',
	sista_svarsdag: 'sista dag att svara',
	länk: 'enhetens egen länk',
	återkoppling: 'adressen där det som hände med svaren berättas, när lägesbilden är publicerad',
	egen_rad: 'raden som du skriver när du påminner vissa; annars tom',
	samordnare: 'samordnarens namn',
	samordnare_epost: 'samordnarens e-postadress',
	samordnare_telefon: 'samordnarens telefon',
	signatur: 'signaturen från inställningarna'
} as const;
export type Placeholder = keyof typeof placeholders;
export type MessageValues = Readonly<Record<Placeholder, string>>;

const inBraces = /\{([^{}\n]*)\}/g;

function isPlaceholder(name: string): name is Placeholder {
	return Object.hasOwn(placeholders, name);
}

export function unknownPlaceholders(text: string): string[] {
	const names = [...text.matchAll(inBraces)].map(([, name = '']) => name);
	return [...new Set(names.filter((name) => !isPlaceholder(name)))];
}

function filled(template: string, values: MessageValues): string {
	return template.replace(inBraces, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
}

/** The text with a recipient's values. What is empty takes its lines with it. */
export function fillText({ subject, body }: MessageText, values: MessageValues): MessageText {
	return {
		subject: filled(subject, values).replace(/\s+/g, ' ').trim().slice(0, 300),
		body: `${filled(body, values)
			.replace(/[ \t]+$/gm, '')
			.replace(/\n{3,}/g, '\n\n')
			.trim()}\n`
	};
}

/** The municipality's own text, else the program's. */
export function standingText(
	own: MessageText | null,
	{ kind, language }: { readonly kind: TextKind; readonly language: MessageLanguage }
): MessageText {
	return own ?? defaultTexts[kind][language];
}
