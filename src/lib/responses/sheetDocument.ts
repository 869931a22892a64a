import type { Instrument } from '#lib/instruments/instrument.ts';
import type { CalendarDate } from '#lib/shared/calendarDate.ts';
import { writtenDay } from '#lib/shared/writtenDay.ts';
import { askedPeriod } from './askedPeriod.ts';
import { answeringEffort } from './answeringEffort.ts';
import { preparationSheet } from './preparationSheet.ts';

/** Whose round the sheet is for. */
export interface SheetRound {
	readonly municipality: {
		readonly name: string;
		readonly coordinatorName: string;
		readonly coordinatorEmail: string;
		readonly coordinatorPhone: string;
	};
	readonly round: { readonly name: string; readonly closesOn: CalendarDate };
}

interface Measures {
	readonly questions: number;
	readonly pages: number;
	readonly minutes: number;
	readonly days: string;
	readonly day: string;
	readonly contact: string;
	readonly version: string;
}

const frames = {
	sv: (of: Measures) => ({
		title: 'Underlag: alla frågor',
		lead: `Ta fram siffrorna först och svara sedan med länken i inbjudan, senast den ${of.day}.`,
		facts: [
			{
				term: 'Frågor',
				text: `Omkring ${String(of.questions)} på ${String(of.pages)} sidor. Alla ställs inte till alla.`
			},
			{ term: 'Tid', text: `Ungefär ${String(of.minutes)} minuter när siffrorna är framtagna.` },
			{ term: 'Period', text: `${of.days}, om inget annat står vid frågan.` },
			{
				term: 'Att ha till hands',
				text: 'Siffrorna nedan, någon som vet hur verksamheten registrerar, och godkännande av behörig chef innan svaret skickas in.'
			},
			{
				term: 'Skriv aldrig',
				text: 'namn, personnummer eller annat som kan peka ut en person – inte heller på det här bladet.'
			}
		],
		statuses: {
			title: 'När ett antal saknas',
			lead: 'Där det frågas om antal går det att svara med ett av orden i stället:'
		},
		conditional: '(ställs inte till alla)',
		closing: `${of.version}. Frågor om enkäten: ${of.contact}.`
	}),
	en: (of: Measures) => ({
		title: 'Preparation sheet: all questions',
		lead: `Gather the figures first, then answer with the link in the invitation, by ${of.day} at the latest.`,
		facts: [
			{
				term: 'Questions',
				text: `About ${String(of.questions)} on ${String(of.pages)} pages. Not everybody is asked all of them.`
			},
			{ term: 'Time', text: `About ${String(of.minutes)} minutes once the figures are gathered.` },
			{ term: 'Period', text: `${of.days}, unless the question says otherwise.` },
			{
				term: 'Have at hand',
				text: 'The figures below, somebody who knows how your work is recorded, and the approval of the manager in charge before the answer is sent.'
			},
			{
				term: 'Never write',
				text: 'names, personal identity numbers or anything else that can point to a person – not on this sheet either.'
			}
		],
		statuses: {
			title: 'When there is no number',
			lead: 'Where a number is asked for, one of these can be answered instead:'
		},
		conditional: '(not asked of everybody)',
		closing: `${of.version}. Questions about the survey: ${of.contact}.`
	})
} as const;

/** The sheet with what stands around its questions, in the language that the questionnaire is asked in. */
export function sheetDocument(instrument: Instrument, { municipality, round }: SheetRound) {
	const language = instrument.language ?? 'sv';
	const { sections, statuses } = preparationSheet(instrument);
	const frame = frames[language]({
		...answeringEffort(instrument),
		days: askedPeriod(instrument, Number(round.closesOn.slice(0, 4))).days,
		day: writtenDay(round.closesOn, language),
		contact: [
			municipality.coordinatorName,
			municipality.coordinatorEmail,
			municipality.coordinatorPhone
		].join(', '),
		version: `${instrument.title}, version ${String(instrument.version)}`
	});
	return {
		...frame,
		language,
		/** The language that the questions are in: a questionnaire that is not translated stays Swedish. */
		questionLanguage: instrument.translations ? language : ('sv' as const),
		kicker: `${municipality.name} · ${instrument.title} ${round.name}`,
		author: municipality.name,
		statuses: { ...frame.statuses, items: statuses },
		sections
	};
}
