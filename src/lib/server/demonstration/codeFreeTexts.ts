import { decideQuotation } from '../lagesbild/freetexts/decideQuotation.ts';
import { proposeQuotation } from '../lagesbild/freetexts/proposeQuotation.ts';
import { readFreeTexts, type ReadText } from '../lagesbild/freetexts/readFreeTexts.ts';
import { saveCoding } from '../lagesbild/freetexts/saveCoding.ts';
import type { Application } from '../application.ts';
import { done, type Staff } from './demonstrationSteps.ts';

/** The question that the demonstration's samordnare has coded to the end; the others wait. */
const codedItem = 'Z7';

/** By the first words of the invented texts (freeTexts.ts). */
const themesByStart: readonly (readonly [start: string, themes: readonly string[]])[] = [
	['Ett nära samarbete', ['samverkan', 'bemotande', 'barn-och-unga']],
	['Att det finns en namngiven', ['samverkan']],
	['Kvällsöppet', ['tillgangligt-stod']],
	['Utbildning för', ['kunskap']]
];

/** Of some year one theme is in few texts, and then what is quoted under it is left out of that year's lägesbild. */
const quotations = [
	{
		start: 'Ett nära samarbete',
		theme: 'samverkan',
		wording:
			'När de som möter ungdomar arbetar tätt ihop är det lättare för ungdomarna att säga hur de har det.'
	},
	{
		start: 'Kvällsöppet',
		theme: 'tillgangligt-stod',
		wording: 'Stöd på kvällen, när det passar den som söker det, når fler.'
	}
];
const reason = 'Säger samma sak som texten och kan inte knytas till någon.';

function wordsOf({ parts }: ReadText): string {
	return parts.map(({ text }) => text).join('');
}

/** Codes a closed round's texts to one question, and has quotations of some approved. */
export async function codeFreeTexts(application: Application, staff: Staff, roundId: string): Promise<void> {
	const { samordnare, granskare } = staff;
	const place = { roundId, item: codedItem };
	const read = await readFreeTexts(application, samordnare, place);
	// In a small round nobody may have written.
	if (!read.ok && read.refusal === 'unknown-question') return;
	const { texts } = done(read, 'read texts');
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
	for (const { start, theme, wording } of quotations) {
		const quoted = texts.find((text) => wordsOf(text).startsWith(start));
		if (!quoted) continue;
		const proposal = { roundId, freeTextId: quoted.freeTextId, theme, wording };
		const { quotationId } = done(await proposeQuotation(application, samordnare, proposal), 'propose');
		const decision = { roundId, quotationId, isApproved: true, reason };
		done(await decideQuotation(application, granskare, decision), 'approve quotation');
	}
}
