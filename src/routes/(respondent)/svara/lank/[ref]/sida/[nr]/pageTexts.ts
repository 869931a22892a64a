import type { QuestionWords } from '#lib/components/questions/questionWords.ts';
import type { Component } from 'svelte';
import type { PreviousWords } from '#lib/responses/previousText.ts';
import type { ConflictTexts } from './conflictTexts.ts';
import type { Stuck } from './pageSaving.svelte.ts';

/** The words of a page of questions around its questions. */
export interface PageTexts {
	readonly newQuestions: readonly [title: string, text: string];
	readonly restored: readonly [title: string, text: string];
	readonly place: (page: number, pages: number) => string;
	readonly progress: string;
	readonly buttons: {
		readonly send: string;
		readonly review: string;
		readonly next: string;
		readonly skip: string;
		readonly back: string;
		readonly pause: string;
		readonly toReview: string;
		readonly nothingSent: (isShort: boolean) => string;
	};
	readonly saving: {
		readonly saved: (time: string) => string;
		readonly butChanged: string;
		readonly butFaults: string;
		readonly away: string;
		readonly signedOut: string;
		readonly ended: string;
		readonly refused: string;
		readonly choose: string;
		readonly see: string;
	};
	readonly stuck: (stuck: Stuck) => readonly [title: string, text: string];
	/** null: Swedish, which the parts that are fetched later have themselves. */
	readonly further: {
		readonly errorsTitle: string;
		readonly error: string;
		readonly questions: QuestionWords;
		readonly conflict: ConflictTexts;
		readonly previous: PreviousWords;
		/** For what is wrong with a question that is in Swedish. */
		readonly Message: Component<{ message: string }>;
	} | null;
}

export const swedishPage: PageTexts = {
	newQuestions: ['Här kom frågor till', 'De visas utifrån det ni svarade. Fyll i dem och välj Nästa igen.'],
	restored: ['Det ni skrev finns kvar', 'Det som inte hann sparas förra gången är tillbaka i sina fält.'],
	place: (page, pages) => `Sida ${String(page)} av ${String(pages)}`,
	progress: 'Så långt har ni kommit',
	buttons: {
		send: 'Skicka in',
		review: 'Granska svaren',
		next: 'Nästa',
		skip: 'Svara på resten senare',
		back: 'Föregående',
		pause: 'Spara och fortsätt senare',
		toReview: 'Gå till granskningen',
		nothingSent: (isShort) =>
			`Svaren på sidan sparas med alla knapparna. Inget lämnas till kommunen förrän ni väljer Skicka in${isShort ? '' : ' i slutet'}.`
	},
	saving: {
		saved: (time) => `Sparat ${time}`,
		butChanged: ', utom det som har ändrats på annat håll.',
		butFaults: ', utom det som behöver rättas',
		away: 'Inte sparat än – vi försöker igen',
		signedOut: 'Inte sparat än. Öppna länken i inbjudan i en ny flik, så sparas det ni har skrivit här.',
		ended: 'Inte sparat. Enkäten tar inte emot svar på den här sidan längre.',
		refused: 'Inte sparat.',
		choose: 'Välj vad som gäller',
		see: 'Se vad som gäller'
	},
	stuck: (stuck) => [
		stuck === 'entries' ? 'Det gick inte att ändra antalet' : 'Det gick inte att byta sida',
		`${stuck === 'saved' ? 'Svaren är sparade, men' : 'Allt ni har skrivit står kvar här, men'} servern svarar inte just nu. Välj knappen igen om en stund.`
	],
	further: null
};
