import type { ElementView, PageView, QuestionView } from '#lib/instruments/elementView.ts';

/**
 * The first question that an answer on the page has brought forth, as the id of its first control; null when there is
 * none. Without a script a condition can only be seen after the form has been sent, so the page is shown once more.
 */
export function newQuestion(before: PageView, after: PageView): string | null {
	const known = new Set(before.elements.flatMap(questionsIn).map(({ name }) => name));
	const added = after.elements.flatMap(questionsIn).find(({ name }) => !known.has(name));
	return added ? firstControl(added) : null;
}

function questionsIn(element: ElementView): QuestionView[] {
	if (element.kind === 'html') return [];
	if (element.kind === 'group') return element.elements.flatMap(questionsIn);
	return element.kind === 'count' ? [element, ...element.elements.flatMap(questionsIn)] : [element];
}

function firstControl(question: QuestionView): string {
	switch (question.kind) {
		case 'count':
			return question.number.field;
		case 'comment':
			return question.field;
		case 'matrix':
		case 'matrixdropdown':
			return question.name;
		default:
			return question.control.field;
	}
}
