import { findPersonalData } from '#lib/freetext/findPersonalData.ts';
import { detectionScore } from '../support/freetext/detectionScore.ts';
import { labelledAnswers } from '../support/freetext/labelledAnswers.ts';

/** Recall and precision by kind over the labelled answers, and the time for one answer. One JSON line. */
export function benchFreetext(): Promise<void> {
	const answers = labelledAnswers();
	const turns = 50;
	const start = performance.now();
	for (let turn = 0; turn < turns; turn += 1) for (const { text } of answers) findPersonalData(text);
	const milliseconds = (performance.now() - start) / (turns * answers.length);
	const line = {
		answers: answers.length,
		ms_per_answer: Number(milliseconds.toFixed(4)),
		by_kind: detectionScore(answers, findPersonalData)
	};
	console.log(JSON.stringify(line));
	return Promise.resolve();
}
