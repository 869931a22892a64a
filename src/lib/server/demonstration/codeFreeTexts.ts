import { decideQuotation } from '../lagesbild/freetexts/decideQuotation.ts';
import { proposeQuotation } from '../lagesbild/freetexts/proposeQuotation.ts';
import { readFreeTexts, type ReadText } from '../lagesbild/freetexts/readFreeTexts.ts';
import { saveCoding } from '../lagesbild/freetexts/saveCoding.ts';
import type { Application } from '../application.ts';
import { done, type Staff } from './runRound.ts';

/** The question that the demonstration's samordnare has coded to the end; the others wait. */
const codedItem = 'Z7';

/** By the first words of the invented texts (freeTexts.ts). */
const themesByStart: readonly (readonly [start: string, themes: readonly string[]])[] = [
	['Ett nära samarbete', ['samverkan', 'bemotande', 'barn-och-unga']],
	['Att det finns en namngiven', ['samverkan']],
	['Kvällsöppet', ['tillgangligt-stod']],
	['Utbildning för', ['kunskap']]
];

const quotedStart = 'Ett nära samarbete';
const quotation = {
	theme: 'samverkan',
	wording:
		'När de som möter ungdomar arbetar tätt ihop är det lättare för ungdomarna att säga hur de har det.',
	reason: 'Säger samma sak som texten och kan inte knytas till någon.'
};

function wordsOf({ parts }: ReadText): string {
	return parts.map(({ text }) => text).join('');
}

/** Codes a closed round's texts to one question, and has one of them approved as a quotation. */
export async function codeFreeTexts(application: Application, staff: Staff, roundId: string): Promise<void> {
	const { samordnare, granskare } = staff;
	const place = { roundId, item: codedItem };
	const { texts } = done(await readFreeTexts(application, samordnare, place), 'read texts');
	const choices = texts.map((text) => {
		const themes = themesByStart.find(([start]) => wordsOf(text).startsWith(start))?.[1] ?? [];
		return {
			freeTextId: text.freeTextId,
			revision: text.revision,
			themes,
			isWithoutTheme: themes.length === 0
		};
	});
	done(await saveCoding(application, samordnare, { roundId, choices }), 'code');
	const quoted = texts.find((text) => wordsOf(text).startsWith(quotedStart));
	if (!quoted) return;
	const { theme, wording, reason } = quotation;
	const proposal = { roundId, freeTextId: quoted.freeTextId, theme, wording };
	const { quotationId } = done(await proposeQuotation(application, samordnare, proposal), 'propose');
	const decision = { roundId, quotationId, isApproved: true, reason };
	done(await decideQuotation(application, granskare, decision), 'approve quotation');
}
