import { sectors, sectorName } from '#lib/organisations/sector.ts';
import { numberText } from '#lib/shared/numberText.ts';
import type { Finding } from '../findings/finding.ts';
import { rankFindings } from '../findings/rankFindings.ts';
import type { LagesbildInput } from '../lagesbildInput.ts';
import { cellIn, findTable, rowIn } from '../releasedValues.ts';
import { listed, targetGroups } from '../sentences.ts';
import { routineSentence } from '../summary.ts';
import { budget } from './nulagesbild.ts';
import { asSentence, onOneLine, shortened } from './shortText.ts';

type Released = LagesbildInput['released'];

/** The sectors with units that did not answer: "2 av 9 i socialtjänsten". */
export function missingUnits({ response }: Released): string[] {
	return response.flatMap(({ sector, asked, answered }) => {
		const name = sectors.find((each) => each === sector);
		return name && answered < asked
			? [`${numberText(asked - answered)} av ${numberText(asked)} i ${sectorName[name].toLowerCase()}`]
			: [];
	});
}

/** The sectors whose number of the group is not shown. */
export function hiddenSectors(tables: Released['tables'], group: string): string[] {
	const frame = findTable(tables, `kannedom-${group}`);
	return sectors.flatMap((sector) => {
		const row = rowIn(frame, sector);
		return frame && row && cellIn(frame, row, 'summa').kind === 'hidden'
			? [sectorName[sector].toLowerCase()]
			: [];
	});
}

function hiddenSentences(tables: Released['tables']): string[] {
	return targetGroups.flatMap(({ id, title }) => {
		const hidden = hiddenSectors(tables, id);
		return hidden.length === 0 ? [] : [`${title}: antalet hos ${listed(hidden)} visas inte.`];
	});
}

/** What the samordnare has written that is not known, of the most urgent findings. */
export function knowledgeGaps(findings: readonly Finding[]): string[] {
	return rankFindings(findings)
		.map(({ finding }) => onOneLine(finding.content.knowledgeGaps))
		.filter((gap) => gap !== '');
}

/** What is not known, the reasons that hold for everything first. */
export function notKnown(released: Released, findings: readonly Finding[]): string[] {
	const missing = missingUnits(released);
	const routine = routineSentence(released.tables);
	const gaps = knowledgeGaps(findings)
		.slice(0, budget.gaps)
		.map((gap) => asSentence(shortened(gap, budget.item)));
	const found = [
		...(missing.length === 0
			? []
			: [`Enheter som inte har svarat: ${listed(missing)}. Vad de känner till är okänt.`]),
		...(routine === undefined ? [] : [routine]),
		...hiddenSentences(released.tables)
	];
	return [...found.slice(0, budget.unknown - gaps.length), ...gaps];
}
