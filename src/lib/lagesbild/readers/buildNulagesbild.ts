import { numberText } from '#lib/shared/numberText.ts';
import { degreeText } from '../findings/findingTexts.ts';
import { rankFindings, type RankedFinding } from '../findings/rankFindings.ts';
import type { LagesbildInput } from '../lagesbildInput.ts';
import { ownQuestions } from '../ownQuestions.ts';
import { agreedMeasures } from './agreedMeasures.ts';
import { comparedNumbers, comparisonNotes, reportedCrimes } from './comparedNumbers.ts';
import { dialogueQuestions } from './dialogueQuestions.ts';
import { keyNumbers } from './keyNumbers.ts';
import { notKnown } from './notKnown.ts';
import { budget, type Nulagesbild } from './nulagesbild.ts';
import { asSentence, shortened } from './shortText.ts';

const limits = [
	'Minst är den enhet som känner till flest; högst är alla enheters tal hoplagda, där samma person kan ha räknats flera gånger. Två punkter (..) betyder att talet inte visas, för att ingen enskild ska kunna pekas ut. Det säger inget om hur stort talet är.',
	'Talen visar vad verksamheterna känner till, inte hur många som är utsatta. En låg siffra kan bero på att ingen frågar.'
] as const;

function problemOf({ finding: { content }, rank }: RankedFinding): Nulagesbild['problems'][number] {
	const priority = rank === null ? 'Inte prioriterad' : `Prioritet ${String(rank)}`;
	const degree = content.degree === null ? '' : `, ${degreeText[content.degree].name.toLowerCase()}`;
	return {
		statement: asSentence(shortened(content.statement, budget.item)),
		standing: `${priority}${degree}`
	};
}

function ownAnswers(tables: LagesbildInput['released']['tables']): Pick<Nulagesbild, 'own' | 'ownNote'> {
	const all = ownQuestions(tables);
	const left = all.length - budget.own;
	return {
		own: all.slice(0, budget.own).map(({ question, base, answer }) => ({
			question: shortened(question, budget.item),
			base,
			answer: shortened(answer, budget.item)
		})),
		ownNote: left > 0 ? `${numberText(left)} egna frågor till står i lägesbilden.` : ''
	};
}

/** The two pages for the dialogue with the police; the texts of `input` have their quoted values in place. */
export function buildNulagesbild(input: LagesbildInput): Nulagesbild {
	const { released, findings = [], plans } = input;
	const { tables } = released;
	return {
		numbers: keyNumbers(released),
		limits,
		changes: comparedNumbers(tables),
		changeNotes: comparisonNotes(tables),
		crimes: reportedCrimes(tables, input.round.period),
		...ownAnswers(tables),
		problems: rankFindings(findings).slice(0, budget.problems).map(problemOf),
		unknown: notKnown(released, findings),
		questions: dialogueQuestions(input),
		...agreedMeasures(plans)
	};
}
