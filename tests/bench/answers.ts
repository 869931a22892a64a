/** npm run bench -- answers: how long the engine takes for whole answers, for a page, and for hostile bodies. */
import fc from 'fast-check';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import type { Instrument } from '#lib/instruments/instrument.ts';
import { pageView } from '#lib/instruments/pages/pageView.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { sectors } from '#lib/organisations/sector.ts';
import { answersTo } from '../support/answerArbitraries.ts';
import { hostileBody } from '../support/hostileBodies.ts';
import { kitchenSink } from '../support/kitchenSink.ts';
import { compiled } from '../support/questionnaireBuilder.ts';

const limits = { refusal_ms: 20, validation_ms: 0.2, page_ms: 1 } as const;
const bodies = 10_000;

function largestQuestionnaire(): Instrument {
	const parameters = { municipality: 'Sjövalla kommun', year: 2026, threshold: 5, areas: [] };
	const instruments = sectors.map((sector) => compiled(composeQuestionnaire(sector, parameters)));
	return instruments.reduce((largest, other) =>
		other.variables.length > largest.variables.length ? other : largest
	);
}

/** The least of three: what else the machine does is not the engine's time. */
function timed(work: () => unknown): number {
	const times = Array.from({ length: 3 }, () => {
		const start = performance.now();
		work();
		return performance.now() - start;
	});
	return Math.min(...times);
}

function summary(times: readonly number[]) {
	const sorted = times.toSorted((one, other) => one - other);
	const at = (share: number) => Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(4));
	return { median: at(0.5), p99: at(0.99), max: at(1) };
}

function benchRefusals(): object {
	const instrument = compiled(kitchenSink);
	const times: number[] = [];
	let refused = 0;
	for (let number = 0; number < bodies; number += 1) {
		const body = hostileBody(number);
		times.push(timed(() => validateAnswers(instrument, body)));
		if (validateAnswers(instrument, body).errors.length > 0) refused += 1;
	}
	return { bodies, refused, refusal_ms: summary(times) };
}

function benchAnswers(instrument: Instrument): object {
	const sets = fc.sample(answersTo(instrument), { numRuns: 200, seed: 1 });
	const pages = instrument.pages.map((_, page) => page);
	for (const answers of sets) validateAnswers(instrument, answers);
	const validation = sets.flatMap((answers) =>
		Array.from({ length: 10 }, () => timed(() => validateAnswers(instrument, answers)))
	);
	const views = sets.flatMap((answers) =>
		pages.map((page) => timed(() => pageView(instrument, page, answers)))
	);
	const variables = instrument.variables.length;
	return { variables, validation_ms: summary(validation), page_ms: summary(views) };
}

export function benchAnswering(): Promise<void> {
	const largest = largestQuestionnaire();
	const figures = { questionnaire: largest.code, ...benchAnswers(largest), ...benchRefusals(), limits };
	console.log(JSON.stringify(figures));
	return Promise.resolve();
}
