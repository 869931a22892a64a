import { periodWords, roundName } from '#lib/rounds/roundName.ts';
import { changeTable } from './changeTable.ts';
import type { Section } from './lagesbild.ts';
import type { LagesbildInput } from './lagesbildInput.ts';
import { methodQuestionIds, methodQuestions } from './methodQuestions.ts';
import { paragraph } from './reportSections.ts';
import { plainBlocks } from './writtenText.ts';

/** The control questions and a quality declaration under the headings of official statistics. */
export function methodSections(input: LagesbildInput): Section[] {
	const { method } = input.round;
	const answered = methodQuestionIds
		.filter((id) => method[id].trim() !== '')
		.map((id): Section => ({ id, title: methodQuestions[id], blocks: plainBlocks(method[id]) }));
	return [
		...answered,
		relevance(),
		reliability(input),
		nonResponse(input),
		timeliness(input),
		comparability(input)
	];
}

function relevance(): Section {
	return {
		id: 'relevans',
		title: 'Relevans',
		blocks: [
			paragraph(
				'Undersökningen visar vilken kännedom verksamheter har om personer som fått ersättning för sex, om barn som utsatts, om personer som köper sex och om misstänkt människohandel. Den visar inte hur många som är utsatta.'
			),
			paragraph(
				'Varje enhet lämnar antal, aldrig uppgifter om enskilda. Inga personregister har upprättats eller jämförts. Därför kan samma person vara räknad av flera enheter. Undersökningen är inte officiell statistik.'
			)
		]
	};
}

function reliability({ released }: LagesbildInput): Section {
	const hasOverlap = released.tables.some(({ id }) => id === 'overlapp');
	return {
		id: 'tillforlitlighet',
		title: 'Tillförlitlighet',
		blocks: [
			paragraph(
				'Alla enheter i de deltagande verksamheterna har tillfrågats; inget urval har gjorts. Vilka verksamheter som är med avgör vad som syns. Svaren bygger på allt från uttag ur register till en enskild medarbetares bedömning, och enheterna har angett vilket.'
			),
			paragraph(
				'Antal personer anges som ett intervall: minst det antal som den enhet som känner till flest har angett, högst summan av alla enheters tal. Intervallet gäller om varje enhet har räknat varje person en gång och svarat för samma område.'
			),
			...(hasOverlap
				? [
						paragraph(
							'Enheternas uppskattning av hur många av personerna som även andra sektorer känner till redovisas för sig. Sektorernas tal har inte räknats om efter den. Där gränser för antalet olika personer anges är de uträknade ur uppskattningarna och de tal som visas, med de antaganden som står där.'
						)
					]
				: [])
		]
	};
}

function nonResponse({ released }: LagesbildInput): Section {
	const asked = released.response.reduce((sum, one) => sum + one.asked, 0);
	const answered = released.response.reduce((sum, one) => sum + one.answered, 0);
	const missing = Math.max(0, asked - answered);
	const { minimumAnswers, minimumOrganisations } = released.protocol.policy;
	return {
		id: 'bortfall',
		title: 'Bortfall',
		blocks: [
			paragraph(
				missing === 0
					? `Alla ${asked} tillfrågade enheter svarade.`
					: `${answered} av ${asked} tillfrågade enheter svarade. Vad ${missing === 1 ? 'den enhet' : `de ${missing} enheter`} som inte svarade känner till är okänt. Talen har inte räknats upp för bortfallet.`
			),
			paragraph(
				`Bortfallet visas efter sektor. Efter typ av organisation visas det i en sektor där minst två typer har minst ${minimumAnswers} tillfrågade enheter från minst ${minimumOrganisations} organisationer; typer som är färre läggs ihop, så att ingen enhet pekas ut bland få. Att ingen eller alla av en typ har svarat visas: det är det viktigaste att veta om bortfallet.`
			)
		]
	};
}

function timeliness({ round, date }: LagesbildInput): Section {
	return {
		id: 'aktualitet',
		title: 'Aktualitet',
		blocks: [
			paragraph(
				`Svaren gäller perioden ${round.period.from} till ${round.period.to} om inte annat står. De lämnades mellan ${round.opensOn} och ${round.closesOn}. Lägesbilden sammanställdes ${date}.`
			)
		]
	};
}

/** A third of a year is held against the third before it, whose season is another: said where it is so. */
function comparedSeasons({ round, released }: LagesbildInput): string[] {
	const before = changeTable(released.tables)?.columns.find(({ id }) => id === 'panel-fore');
	if (!round.part || !before) return [];
	const sameSeason = roundName({ year: round.year - 1, part: round.part });
	const compared = periodWords(before.title);
	if (compared === sameSeason) return [];
	return [
		`Talen för ${roundName(round)} jämförs med omgången före, ${compared}, och inte med ${sameSeason}. En skillnad kan därför bero på årstiden.`
	];
}

function comparability(input: LagesbildInput): Section {
	return {
		id: 'jamforbarhet',
		title: 'Jämförbarhet',
		blocks: [
			paragraph(
				'Frågorna har fasta koder och versioner. Ett tal jämförs med omgången före bara när frågan betyder detsamma, och bara för enheter som angett antal båda gångerna. Har frågans ord, svarsalternativ, period eller lagen bakom den ändrats är det ett seriebrott. Då står att det inte går att jämföra, och varför.'
			),
			...comparedSeasons(input).map(paragraph),
			paragraph(
				'Den 1 juli 2025 ändrades brottet köp av sexuell tjänst till köp av sexuell handling, och det straffbara området vidgades till handlingar på distans (lag 2025:586). Tal om brott och misstänkta personer före och efter den dagen är inte jämförbara utan vidare.'
			),
			paragraph(
				'Tal från andra kommuner eller andra undersökningar bygger på andra frågor och andra svarande och är inte jämförbara med dessa.'
			)
		]
	};
}
