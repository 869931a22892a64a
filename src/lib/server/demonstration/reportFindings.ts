import type { FindingContent } from '#lib/lagesbild/findings/finding.ts';

const fewAsk: FindingContent = {
	statement: 'De flesta enheter frågar inte rutinmässigt, så det mesta förblir okänt',
	explanation:
		'{{svarande.alla.svarade}} av {{svarande.alla.tillfragade}} enheter har svarat. De som frågar alla i sin målgrupp känner till fler personer än de som inte frågar. Skillnaden mellan enheter säger därför mer om vem som frågar än om var utsattheten finns.',
	evidence: ['kunskapsluckor'],
	degree: 'well-supported',
	views: {
		polis: 'Ser främst det som anmäls eller upptäcks i egna insatser.',
		socialtjanst: 'Frågar i vissa utredningar men sällan i kontakter om ekonomiskt bistånd.',
		skola: 'Elevhälsan ställer sällan frågan i hälsosamtalen.',
		civilsamhalle: 'Möter personer som inte vill ha kontakt med myndigheter.'
	},
	consequences: {
		persons: 'Den som inte får frågan får sällan stöd, och barn upptäcks sent.',
		society: 'Insatser läggs där frågan ställs, inte där behovet är störst.'
	},
	causes: [
		{
			kind: 'risk',
			level: 'society',
			strength: 'strong',
			text: 'Det saknas en gemensam rutin för att ställa frågan',
			grounds: 'enheternas svar om rutiner'
		},
		{
			kind: 'protective',
			level: 'school',
			strength: 'moderate',
			text: 'Elevhälsan har redan samtal med varje elev, där frågan kan ställas',
			grounds: ''
		}
	],
	knowledgeGaps: 'Hälso- och sjukvården och bostadsbolagen har inte tillfrågats.',
	priority: {
		severity: 4,
		extent: 4,
		influence: 4,
		reasons:
			'Kommunen råder själv över om frågan ställs, och utan den blir varje annan åtgärd riktad mot det som redan är känt.'
	}
};

const childrenOnline: FindingContent = {
	statement: 'Barn får eller lovas ersättning i kontakter som börjar på nätet',
	explanation:
		'Skolan, socialtjänsten och civilsamhället beskriver samma väg in: en kontakt i sociala medier eller spel, och en gåva som ska betalas tillbaka.\n\n- Det börjar sällan med pengar.\n- När en vuxen får veta har det ofta pågått länge.',
	evidence: ['kannedom-barn'],
	degree: 'partly-supported',
	views: {
		polis: '',
		socialtjanst: 'Får oftast veta genom orosanmälningar om annat.',
		skola: 'Ser skolfrånvaro innan orsaken blir känd.',
		civilsamhalle: 'Möter unga som inte ser sig själva som utsatta.'
	},
	consequences: {
		persons: 'Psykisk ohälsa, självskadebeteende och avbrutna studier.',
		society: 'Sena insatser blir långa och dyra, och förtroendet för vuxna skadas.'
	},
	causes: [
		{
			kind: 'risk',
			level: 'individual',
			strength: 'strong',
			text: 'Skulder, ensamhet och tidigare utsatthet för våld',
			grounds: 'det som enheterna anger som orsaker'
		},
		{
			kind: 'protective',
			level: 'family',
			strength: 'moderate',
			text: 'En vuxen som vet vad som händer på nätet',
			grounds: ''
		}
	],
	knowledgeGaps: 'Barn under femton år och pojkar syns nästan inte i uppgifterna.',
	priority: {
		severity: 4,
		extent: 2,
		influence: 3,
		reasons:
			'Barn har rätt till skydd. Skola och socialtjänst möter dem redan, men det som sker på nätet är svårt att nå.'
	}
};

const wayToSupport: FindingContent = {
	statement: 'Vägen till stöd är otydlig för vuxna med erfarenhet av sex mot ersättning',
	explanation:
		'Flera enheter anser att behovet av samtalsstöd och boende inte tillgodoses. Den som söker hjälp skickas vidare.',
	evidence: ['figur-stodbehov'],
	degree: 'partly-supported',
	views: {
		polis: 'Saknar någonstans att hänvisa på kvällar och helger.',
		socialtjanst: 'Stödet finns men är fördelat på flera enheter.',
		skola: '',
		civilsamhalle: 'Följer ofta med till myndigheten, för att personen annars inte går dit.'
	},
	consequences: {
		persons: 'Den som vill lämna stannar kvar längre.',
		society: 'Samma personer söker hjälp hos flera utan att få den.'
	},
	causes: [
		{
			kind: 'risk',
			level: 'society',
			strength: 'moderate',
			text: 'Ingen verksamhet har ansvaret för vägen in',
			grounds: 'enheternas svar om stödbehov'
		}
	],
	knowledgeGaps: 'Hur många som avstår från att söka stöd är inte känt.',
	priority: {
		severity: 3,
		extent: 3,
		influence: 3,
		reasons: 'Kommunen kan samla vägen in hos en verksamhet utan att bygga upp ny vård.'
	}
};

/** The findings of the demonstration's samordnare, by year; figures and tables that the version lacks are left out. */
export function demonstrationFindings(year: number, known: ReadonlySet<string>): FindingContent[] {
	const written = year === 2024 ? [fewAsk, childrenOnline] : [fewAsk, childrenOnline, wayToSupport];
	return written.map((content) => {
		const evidence = content.evidence.filter((id) => known.has(id));
		return { ...content, evidence, degree: evidence.length === 0 ? 'indicated' : content.degree };
	});
}
