import { Model } from 'survey-core';
import { lintSurvey } from 'survey-core/linter';
import { describe, expect, it } from 'vitest';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import { registerProperties } from '#lib/instruments/library/registerProperties.ts';
import { sectors } from '#lib/organisations/sector.ts';
import { questionnaireParameters } from '../../support/questionnaireParameters.ts';

registerProperties();

describe.each(sectors)('the questionnaire for %s in the tools of SurveyJS', (sector) => {
	const json = composeQuestionnaire(sector, questionnaireParameters());

	it('passes the linter without findings', () => {
		expect(lintSurvey(json).findings).toEqual([]);
	});

	it('opens in survey-core without faults in the JSON', () => {
		// The typings promise a list; without faults there is none.
		expect(new Model(json).jsonErrors).toBeNull();
	});

	it('keeps our own properties when survey-core writes it out again', () => {
		const written = new Model(json).toJSON() as { sector?: string; instrumentVersion?: number };
		expect({ sector: written.sector, version: written.instrumentVersion }).toEqual({ sector, version: 1 });
	});

	it('fills the municipality, the year and the threshold into the texts', () => {
		const model = new Model(json);
		expect(model.getQuestionByName('A2_del').locTitle.textOrHtml).toBe('Vilken del av Sjövalla kommun?');
		expect(['ar', 'lasar', 'troskel'].map((name) => model.getVariable(name) as unknown)).toEqual([
			2026,
			'2025/2026',
			5
		]);
	});
});
