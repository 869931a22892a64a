import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causeKinds, causeLevels, causeStrengths, evidenceDegrees } from '#lib/lagesbild/findings/finding.ts';
import {
	fieldOfFindingPath,
	fieldsOfFinding,
	findingOfFields,
	withoutEmptyCauses
} from '#lib/lagesbild/findings/findingFields.ts';
import { findingSchema } from '#lib/lagesbild/findings/findingSchema.ts';
import { findingContent } from '../../../support/findingBuilder.ts';

const text = fc.string({ maxLength: 40 }).map((typed) => typed.trim());
const sentence = fc.string({ minLength: 1, maxLength: 40 }).map((typed) => `A${typed.trim()}`);
const weight = fc.constantFrom(1, 2, 3, 4, null);
const content = fc.record({
	statement: sentence,
	explanation: text,
	evidence: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_-]{0,20}$/), { maxLength: 5 }),
	degree: fc.constantFrom(...evidenceDegrees, null),
	views: fc.record({ polis: text, socialtjanst: text, skola: text, civilsamhalle: text }),
	consequences: fc.record({ persons: text, society: text }),
	causes: fc.array(
		fc.record({
			kind: fc.constantFrom(...causeKinds),
			level: fc.constantFrom(...causeLevels),
			strength: fc.constantFrom(...causeStrengths),
			text: sentence,
			grounds: text
		}),
		{ maxLength: 20 }
	),
	knowledgeGaps: text,
	priority: fc.record({ severity: weight, extent: weight, influence: weight, reasons: text })
});

describe('a finding as a form', () => {
	it('comes back as it went', () => {
		fc.assert(
			fc.property(content, (written) => {
				expect(findingSchema.parse(findingOfFields(fieldsOfFinding(written)))).toEqual(written);
			})
		);
	});

	it('leaves out rows of causes that nothing is written in, and names the row that something is missing in', () => {
		const typed = withoutEmptyCauses({
			...fieldsOfFinding(findingContent()),
			'causes.0.text': ' ',
			'causes.0.kind': '',
			'causes.7.text': 'Skulder',
			'causes.7.kind': 'risk'
		});
		expect(Object.fromEntries(Object.entries(typed).filter(([name]) => name.startsWith('causes.')))).toEqual({
			'causes.0.kind': 'risk',
			'causes.0.level': '',
			'causes.0.strength': '',
			'causes.0.text': 'Skulder',
			'causes.0.grounds': ''
		});
		const parsed = findingSchema.safeParse(findingOfFields(typed));
		const faults = parsed.error?.issues.map(({ path, message }) => [
			fieldOfFindingPath(path.join('.')),
			message
		]);
		expect(faults).toEqual([
			['causes.0.level', 'Välj nivå'],
			['causes.0.strength', 'Välj styrka']
		]);
	});

	it('is refused without a statement', () => {
		const parsed = findingSchema.safeParse(
			findingOfFields(fieldsOfFinding(findingContent({ statement: ' ' })))
		);
		expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['Skriv iakttagelsen i en mening']);
	});
});
