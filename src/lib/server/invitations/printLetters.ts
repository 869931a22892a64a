import { holdsLink } from '#lib/invitations/holdsLink.ts';
import { dayInSweden } from '#lib/shared/calendarDate.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import { writtenDay } from '#lib/shared/writtenDay.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { renderLettersPdf, type PrintedLetter } from '../export/renderLettersPdf.ts';
import { findMunicipality } from '../organisations/municipalityStore.ts';
import { listLetters, type Letter } from './listLetters.ts';

export interface LetterChoice {
	readonly roundId: string;
	/** without-email: only those whom no message reaches. */
	readonly of: 'all' | 'without-email' | { readonly messageId: string };
}

const typing =
	'Läs koden med en telefon, eller skriv av länken: hela raden i webbläsarens adressfält, utan mellanslag. ' +
	'Skilj på stora och små bokstäver.';

const inOrder = new Intl.Collator('sv', { numeric: true });

function isChosen({ messageId, recipient }: Letter, of: LetterChoice['of']): boolean {
	if (typeof of === 'object') return messageId === of.messageId;
	return of === 'all' || recipient === null;
}

/** The letters that can still be printed, in the order of their recipients' names. */
export function printableLetters(letters: readonly Letter[], of: LetterChoice['of']): PrintedLetter[] {
	return letters
		.filter((letter) => holdsLink(letter.kind) && isChosen(letter, of))
		.flatMap(({ recipientName, subject, body }) => (body === null ? [] : [{ recipientName, subject, body }]))
		.toSorted((one, other) => inOrder.compare(one.recipientName, other.recipientName));
}

/** The round's letters as a PDF to print, each link with its code. Made when it is asked for, and kept nowhere. */
export async function printLetters(
	application: Application,
	actor: Actor,
	{ roundId, of }: LetterChoice
): Promise<Result<Uint8Array, 'unknown-round' | 'not-allowed' | 'no-letters'>> {
	const listed = await listLetters(application, actor, roundId);
	if (!listed.ok) return listed;
	const letters = printableLetters(listed.value.letters, of);
	if (letters.length === 0) return refused('no-letters');
	const today = dayInSweden(application.clock.now());
	const municipality = await withMunicipality(application.database, actor.municipalityId, findMunicipality);
	return accepted(
		await renderLettersPdf({
			title: `Kartläggning ${listed.value.roundName}: inbjudningar`,
			author: municipality.name,
			date: today,
			writtenDate: writtenDay(today),
			typing,
			letters
		})
	);
}
