import type { Cause, EvidenceDegree, PriorityFactor, Weight } from './finding.ts';

export const degreeText: Readonly<
	Record<EvidenceDegree, { readonly name: string; readonly meaning: string }>
> = {
	'well-supported': {
		name: 'Väl belagd',
		meaning: 'flera källor som inte bygger på varandra säger samma sak'
	},
	'partly-supported': {
		name: 'Delvis belagd',
		meaning: 'en källa med gott underlag, eller flera som pekar åt samma håll'
	},
	indicated: { name: 'Indikation', meaning: 'enstaka uppgifter eller bedömningar' }
};

export const causeKindText: Readonly<Record<Cause['kind'], string>> = {
	risk: 'Riskfaktor',
	protective: 'Skyddsfaktor'
};

export const causeLevelText: Readonly<Record<Cause['level'], string>> = {
	individual: 'Individ',
	family: 'Familj',
	school: 'Skola',
	area: 'Område',
	society: 'Samhälle'
};

export const causeStrengthText: Readonly<Record<Cause['strength'], string>> = {
	strong: 'Stark',
	moderate: 'Måttlig',
	weak: 'Svag'
};

export const factorText: Readonly<
	Record<PriorityFactor, { readonly name: string; readonly question: string }>
> = {
	severity: { name: 'Allvarlighet', question: 'Hur allvarligt är det för dem som drabbas?' },
	extent: { name: 'Omfattning', question: 'Hur många berörs, såvitt ni vet?' },
	influence: { name: 'Möjlighet att påverka', question: 'Hur mycket kan kommunen och andra göra åt det?' }
};

export const weightText: Readonly<Record<NonNullable<Weight>, string>> = {
	1: 'låg',
	2: 'medelhög',
	3: 'hög',
	4: 'mycket hög'
};
