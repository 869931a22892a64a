import type { ReopeningRefusal } from '#lib/rounds/reopening.ts';
import type {
	CancellingRefusal,
	ClosingRefusal,
	MovingRefusal,
	OpeningRefusal,
	PlanningRefusal
} from '#lib/rounds/round.ts';

const notYours = 'Bara samordnaren kan göra det här.';
const gone = 'Omgången finns inte längre.';
const calledOff = 'Omgången är inställd.';

export const openingRefusalText: Readonly<Record<OpeningRefusal | 'unknown-round' | 'not-allowed', string>> =
	{
		'already-open': 'Omgången är redan öppnad.',
		cancelled: calledOff,
		'closing-day-has-passed': 'Sista svarsdag har passerat. Skapa omgången på nytt med en senare dag.',
		'nobody-asked': 'Ingen enhet är vald att svara.',
		'changes-not-judged':
			'Formuläret har ändrats. Svara först på om serien håller, under Vad har ändrats i formuläret.',
		'unknown-round': gone,
		'not-allowed': notYours
	};

export const closingRefusalText: Readonly<Record<ClosingRefusal | 'unknown-round' | 'not-allowed', string>> =
	{
		'not-open': 'Omgången är inte öppnad.',
		'already-closed': 'Omgången är redan stängd.',
		cancelled: calledOff,
		'unknown-round': gone,
		'not-allowed': notYours
	};

export const planningRefusalText: Readonly<
	Record<PlanningRefusal | 'unknown-round' | 'not-allowed', string>
> = { ...openingRefusalText, 'already-planned': 'Omgången är redan planerad.' };

export const movingRefusalText: Readonly<Record<MovingRefusal | 'unknown-round' | 'not-allowed', string>> = {
	cancelled: calledOff,
	'already-closed': 'Omgången är stängd. Dagarna går inte att flytta.',
	'opening-has-been': 'Omgången har öppnat. Bara sista svarsdagen går att flytta.',
	'closing-day-has-passed': 'Sista svarsdag får inte ha passerat.',
	'closing-before-opening': 'Sista svarsdag ligger före första svarsdag.',
	'unknown-round': gone,
	'not-allowed': notYours
};

export const cancellingRefusalText: Readonly<
	Record<CancellingRefusal | 'unknown-round' | 'not-allowed', string>
> = {
	cancelled: 'Omgången är redan inställd.',
	'already-closed': 'Omgången är stängd och går inte att ställa in.',
	'reason-missing': 'Skriv varför omgången ställs in.',
	'unknown-round': gone,
	'not-allowed': notYours
};

export const reopeningRefusalText: Readonly<
	Record<ReopeningRefusal | 'unknown-round' | 'not-allowed', string>
> = {
	cancelled: calledOff,
	'not-closed': 'Omgången är inte stängd. Flytta sista svarsdagen i stället.',
	'not-asked': 'Enheten är inte tillfrågad i omgången.',
	'has-answered': 'Enheten har redan svarat.',
	'already-reopened': 'Enheten har redan fått mer tid.',
	'answers-seen':
		'Fritextsvar, tabellplan eller lägesbild har redan öppnats. Ett svar som kommer efter det skulle kännas igen.',
	'last-day-has-passed': 'Sista svarsdag får inte ha passerat.',
	'reason-missing': 'Skriv varför enheten får mer tid.',
	'unknown-round': gone,
	'not-allowed': notYours
};

type CompilationRefusal =
	| 'unknown-round'
	| 'round-not-closed'
	| 'round-erased'
	| 'not-allowed'
	| 'under-review'
	| 'already-compiling'
	| 'not-compiling'
	| 'cancelled';

export const compilationRefusalText: Readonly<Record<CompilationRefusal, string>> = {
	'round-not-closed':
		'Stäng omgången först. Lägesbilden görs av svaren i en stängd omgång, när ingen enhet längre kan svara.',
	'round-erased': 'Omgången är gallrad. Det finns inga svar att sammanställa.',
	'under-review': 'Lägesbilden väntar på granskning. Den måste publiceras eller skickas tillbaka först.',
	'already-compiling': 'Lägesbilden sammanställs redan. Vänta tills det är klart.',
	'not-compiling': 'Ingen sammanställning pågår. Den kan ha hunnit bli klar.',
	cancelled: 'Sammanställningen avbröts. Inget är sparat.',
	'unknown-round': gone,
	'not-allowed': notYours
};

export const methodRefusalText: Readonly<Record<'unknown-round' | 'not-allowed' | 'under-review', string>> = {
	'under-review':
		'Lägesbilden väntar på granskning. Svaren kan ändras när den har publicerats eller skickats tillbaka.',
	'unknown-round': gone,
	'not-allowed': notYours
};
