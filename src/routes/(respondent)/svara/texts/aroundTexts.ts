import type { Language } from '#lib/instruments/texts/answerMessages.ts';

/** The words of what stands under a link's first page: who sees what, shared computers, where to get help. */
export interface AroundTexts {
	readonly whoTitle: string;
	readonly who: (threshold: number) => readonly { readonly term: string; readonly text: string }[];
	readonly split: string;
	readonly recordTitle: string;
	readonly record: readonly [before: string, word: string, after: string];
	readonly sharedTitle: string;
	readonly shared: string;
	readonly isShared: readonly [strong: string, rest: string];
	readonly isOurs: string;
	readonly weShare: string;
	/** null: the component's own Swedish, which other pages' scripts have too. */
	readonly ending: { readonly button: string; readonly text: string } | null;
	readonly support: { readonly line: string; readonly danger: string } | null;
}

const swedish: AroundTexts = {
	whoTitle: 'Vem ser vad',
	who: (threshold) => [
		{
			term: 'Samordnaren i kommunen',
			text: 'ser från och med dagen efter vilken dag ni öppnade frågorna, började svara och svarade, aldrig klockslag och aldrig vad ni har svarat. Det ni skriver syns inte för någon utan länken förrän ni skickar in. När omgången är stängd läser samordnaren sektorns fritextsvar, utan uppgift om vem som skrev dem. Texterna publiceras inte, men hur många som tar upp ett tema, och vad enstaka texter säger med andra ord när en andra person har godkänt det. Är ni sektorns enda enhet, som polisen, förstås det att de är era.'
		},
		{
			term: 'Den som har länken',
			text: 'kan läsa och ändra utkastet tills det är inskickat. Kvittot visas bara i den webbläsare som skickade. Vid antalsfrågorna visas också vad enheten svarade förra omgången. Utkastet är krypterat med länken som nyckel. Lämna bara länken till den som ska svara tillsammans med er. Går inbjudan på papper kan samordnaren läsa länken i brevet tills omgången stängs; att breven har lästs antecknas.'
		},
		{ term: 'De andra som svarar', text: 'ser ingenting av ert svar.' },
		{
			term: 'Den som läser lägesbilden',
			text: `ser siffror per sektor, aldrig enhetens namn. Svarar bara en enhet i sektorn, som polisen, är sektorns siffror enhetens. Hur många som har svarat visas per sektor, i stora sektorer också per typ av organisation: har ingen eller alla svarat förstås det. Antal personer mellan 1 och ${String(threshold - 1)} skrivs inte ut, och inte heller siffror som gör att de går att räkna fram. Åsikter visas bara när tillräckligt många har svarat.`
		}
	],
	split:
		'När ni skickar in delas svaret: antalen sparas under en kod i stället för enhetens namn, åsikter och fritext sparas bara med sektorn. Ingenting i databasen knyter svaret till länken. En kopia låses med koden på ert kvitto, så att ni kan rätta svaret. Kopian raderas när omgången stängs, och utan koden kan ingen öppna den.',
	recordTitle: 'Svaret är en allmän handling',
	record: [
		'Ett svar som har skickats in till kommunen är som regel en inkommen handling. Den som frågar har rätt att ta del av den om uppgifterna inte omfattas av sekretess, och det prövar kommunen varje gång någon frågar. Även därför ska inget i svaret kunna peka ut en person. Får ni inte lämna en uppgift: välj ',
		'kan inte lämnas ut',
		'.'
	],
	sharedTitle: 'Om fler använder datorn',
	shared:
		'Det ni skriver sparas hos kommunens program medan ni skriver. Går nätet ner ligger det osparade kvar i den här webbläsaren, låst så att bara den som har er länk kan läsa det, tills det har sparats.',
	isShared: [
		'Ni använder en delad dator.',
		' Inget av det ni skriver läggs i webbläsaren, och när svaret är inskickat ombeds webbläsaren att glömma allt från den här webbplatsen.'
	],
	isOurs: 'Det här är vår egen dator',
	weShare: 'Jag använder en delad dator',
	ending: null,
	support: null
};

const english: AroundTexts = {
	whoTitle: 'Who sees what',
	who: (threshold) => [
		{
			term: 'The coordinator in the municipality',
			text: 'sees, from the day after, on which day you opened the questions, began to answer and answered, never the time of day and never what you have answered. What you write is seen by nobody without the link until you send it. When the round is closed the coordinator reads what the sector has written in its own words, without being told who wrote it. The texts are not published, but how many take up a theme, and what single texts say in other words when a second person has approved it. If yours is the only unit of the sector, as with the police, it is understood that the words are yours.'
		},
		{
			term: 'Whoever has the link',
			text: 'can read and change the draft until it is sent. The receipt is shown only in the browser that sent it. Beside the questions about numbers stands what the unit answered last time. The draft is encrypted with the link as its key. Give the link only to those who are to answer with you. If the invitation goes by post, the coordinator can read the link in the letter until the round is closed; that the letters have been read is recorded.'
		},
		{ term: 'The others who answer', text: 'see nothing of your answer.' },
		{
			term: 'Whoever reads the report',
			text: `sees figures for each sector, never the name of the unit. If only one unit of the sector answers, as with the police, the figures of the sector are those of the unit. How many have answered is shown for each sector, in large ones also for each kind of organisation: where none or all have, that is understood. Numbers of persons between 1 and ${String(threshold - 1)} are not printed, nor are figures from which they can be worked out. Opinions are shown only when enough have answered.`
		}
	],
	split:
		'When you send, the answer is split: the numbers are kept under a code instead of the name of the unit, opinions and free text with the sector only. Nothing in the database ties the answer to the link. A copy is locked with the code on your receipt, so that you can correct the answer. The copy is erased when the round is closed, and without the code nobody can open it.',
	recordTitle: 'The answer is an official document',
	record: [
		'An answer that has been sent to a Swedish municipality is as a rule an official document. Whoever asks has the right to see it unless it is confidential, and the municipality decides that each time somebody asks. That is one more reason why nothing in the answer may point to a person. If you may not disclose something, choose ',
		'cannot be disclosed',
		'.'
	],
	sharedTitle: 'If others use this computer',
	shared:
		'What you write is saved by the municipality’s program while you write. If the network goes down, what is not saved stays in this browser, locked so that only somebody with your link can read it, until it has been saved.',
	isShared: [
		'You are using a shared computer.',
		' Nothing that you write is put in the browser, and when the answer has been sent the browser is asked to forget everything from this site.'
	],
	isOurs: 'This is our own computer',
	weShare: 'I am using a shared computer',
	ending: {
		button: 'End on this computer',
		text: 'The browser is asked to forget everything from this site, other invitations that are open in it included. What has been saved is still with us, and the link in the invitation opens it again.'
	},
	support: {
		line: 'The national support line for professionals (NSPM):',
		danger: 'In immediate danger: call'
	}
};

export const aroundTexts: Readonly<Record<Language, AroundTexts>> = { sv: swedish, en: english };
