import { randomUUID } from 'node:crypto';
import type { EarlierSurveyFacts } from '#lib/reference/earlierSurvey.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { changeReference } from './changeReference.ts';
import { deleteEarlierSurvey, insertEarlierSurvey, updateEarlierSurvey } from './earlierSurveyStore.ts';

export type EarlierSurveyRefusal = 'not-allowed' | 'unknown-survey';

const itself = (surveyId: string) => surveyId;

/** Adds what was known before the first round (without an id) or changes it. @returns its id. */
export async function saveEarlierSurvey(
	application: Application,
	actor: Actor,
	{ surveyId, facts }: { readonly surveyId: string | null; readonly facts: EarlierSurveyFacts }
): Promise<Result<string, EarlierSurveyRefusal>> {
	return await changeReference<string, EarlierSurveyRefusal>(application, actor, {
		subject: itself,
		make: async (sql) => {
			if (surveyId !== null) {
				return (await updateEarlierSurvey(sql, surveyId, facts))
					? accepted(surveyId)
					: refused('unknown-survey');
			}
			const added = randomUUID();
			await insertEarlierSurvey(sql, added, facts);
			return accepted(added);
		}
	});
}

export async function removeEarlierSurvey(
	application: Application,
	actor: Actor,
	surveyId: string
): Promise<Result<string, EarlierSurveyRefusal>> {
	return await changeReference<string, EarlierSurveyRefusal>(application, actor, {
		subject: itself,
		make: async (sql) =>
			(await deleteEarlierSurvey(sql, surveyId)) ? accepted(surveyId) : refused('unknown-survey')
	});
}
