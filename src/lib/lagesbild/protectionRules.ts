import type { DisclosurePolicy } from '#lib/disclosure/protection.ts';

interface Rule {
	readonly term: string;
	readonly text: string;
}

/** The rules that a release was made by, each in a sentence. */
export function protectionRules(policy: DisclosurePolicy): Rule[] {
	const threshold = String(policy.threshold);
	return [
		{ term: 'Antal personer', text: `Visas från ${threshold} personer. Lägre antal döljs.` },
		...organisationRules(policy),
		{
			term: 'Bedömningar',
			text: `Visas när minst ${String(policy.minimumAnswers)} svar från minst ${String(policy.minimumOrganisations)} organisationer ligger bakom${policy.opinionCoalition ? ', och inte när alla, eller alla utom en, har svarat likadant' : ''}.`
		},
		{
			term: 'Teman i fritext',
			text: `Visas när minst ${String(policy.minimumAnswers)} texter tar upp temat, på frågor med minst så många texter från minst ${String(policy.minimumOrganisations)} organisationer. Ett tema som ingen tar upp ser ut som ett dolt. Citat står bara under teman som visas.`
		},
		{
			term: 'Andelar',
			text: `Visas när minst ${String(policy.minimumShareBase)} ligger bakom, utan decimaler.`
		},
		...(policy.level === 'threshold'
			? [
					{
						term: 'Dolda antal',
						text: `Kan, för allt som en läsare kan räkna ut, vara minst ${threshold}. Att talet är litet går alltså inte att vara säker på.`
					}
				]
			: []),
		{
			term: 'Nollor',
			text:
				policy.zeros === 'open'
					? 'Visas. Läsaren vet alltså att ett dolt antal är minst ett.'
					: 'Kan döljas, så att ett dolt antal också kan vara noll.'
		}
	];
}

/** Which parameters the rule on a dominating organisation has is kept inside the house. */
function organisationRules({ contributors }: DisclosurePolicy): Rule[] {
	if (!contributors) return [];
	const fewest = String(contributors.minimumOrganisations ?? 1);
	return [
		{
			term: 'Organisationernas egna tal',
			text: `Antal personer visas när minst ${fewest} organisationer ligger bakom och ingen av dem står för nästan hela talet, eller när de som det rör har medgett det.`
		}
	];
}

/** What the proofs are made against: all that a reader is taken to know. */
export function readersKnowledge({ zeros, insiders = 'none' }: DisclosurePolicy): string[] {
	return [
		'Alla tal som visas i lägesbilden och i tabellbilagan, och alla tal som har publicerats i tidigare lägesbilder av samma kartläggning.',
		'Hur talen hänger ihop: vilka som är summor av andra, vilka som är samma tal, hur andelar och spann är räknade.',
		'Reglerna ovan, och hela programmet. Inget i skyddet bygger på att läsaren inte känner till dem.',
		...(zeros === 'open' ? ['Att nollor alltid visas, så att varje dolt antal personer är minst ett.'] : []),
		'Att varje enhet som har angett ett antal har angett minst en person, hur många enheter som har svarat, och att uppdelning efter kön och ålder bara frågades från formulärets gräns.',
		insiders === 'none'
			? 'Inte: en organisations egna svar. Den som läser med sina egna tal i handen kan i enstaka fall räkna ut mer. Det är därför det inte visas hur enheter har svarat när få personer är kända.'
			: 'Varje svarande organisations egna tal.'
	];
}
