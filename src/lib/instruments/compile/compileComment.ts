import { claimName, type OwnContext } from './compileItem.ts';
import type { CommentElement } from '#lib/instruments/element.ts';
import type { Expression } from '#lib/instruments/expressions/expression.ts';
import { otherCode } from '#lib/instruments/fields/formFields.ts';
import type { JsonPlace } from './questionnaireReader.ts';

const commentLength = 1000;

/**
 * The text beside an answer: what “other” is, or a comment. SurveyJS keeps it as `question-Comment`; here it is a
 * question of its own with that name, so that its text is stored and protected as every free text is.
 */
export function commentOf(place: JsonPlace, { base, meta }: OwnContext): CommentElement | undefined {
	const hasOther = place.boolean('showOtherItem');
	if (!hasOther && !place.boolean('showCommentArea')) return undefined;
	if (hasOther && place.boolean('showCommentArea')) {
		place.fault('showCommentArea', 'Kan inte stå tillsammans med showOtherItem: båda sparas på samma ställe');
	}
	const name = `${base.name}-Comment`;
	claimName(place, name);
	place.notes.items.set(name, meta);
	const { visibleIf, enableIf, item } = base;
	const shown = hasOther ? otherIsChosen(place, base.name) : visibleIf;
	return {
		...{ kind: 'comment' as const, name, title: titleOf(place, hasOther), maxLength: commentLength, rows: 2 },
		...(shown && { visibleIf: shown }),
		...(enableIf && { enableIf }),
		...(hasOther && { isRequired: true as const }),
		...(item && { item })
	};
}

function titleOf(place: JsonPlace, hasOther: boolean): string {
	return hasOther
		? place.textOr('otherPlaceholder', { sv: 'Annat, vad?', en: 'Other: what?' })
		: place.textOr('commentText', { sv: 'Kommentar', en: 'Comment' });
}

function otherIsChosen({ notes, json }: JsonPlace, name: string): Expression {
	const prefix = notes.local.includes('panel') ? 'panel.' : '';
	const isList = json['type'] === 'checkbox' || json['type'] === 'tagbox';
	return {
		kind: 'binary',
		operator: isList ? 'contains' : 'equal',
		left: { kind: 'variable', path: prefix + name },
		right: { kind: 'constant', value: otherCode }
	};
}
