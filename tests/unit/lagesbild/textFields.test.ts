import { describe, expect, it } from 'vitest';
import type { LagesbildTexts } from '#lib/lagesbild/lagesbildTexts.ts';
import { fieldOfPath } from '#lib/lagesbild/council/councilFields.ts';
import { fieldsOfTexts, textsOfFields } from '#lib/lagesbild/textFields.ts';

const texts: LagesbildTexts = {
	annanInformation: 'Två nya hotell öppnar.',
	analys: 'Första stycket.\n\nAndra stycket.',
	slutsatser: '',
	council: {
		diarienummer: ['KS 2027/0123', 'SON 2027-88'],
		officer: 'Maja Ström',
		recipient: 'Kommunstyrelsen',
		heading: 'Lägesbild 2027',
		proposals: [
			{ body: 'Kommunstyrelsen', points: ['att föreslå fullmäktige att anta lägesbilden.'] },
			{ body: 'Kommunfullmäktige', points: ['att anta lägesbilden.', 'att besvara motionen.'] }
		],
		background: 'Bakgrund.',
		consultation: '',
		bestInterestsOfChild: '',
		genderEquality: '',
		economy: '',
		signatures: [{ name: 'Karin Ek', title: 'kommundirektör' }],
		sentTo: [
			{ name: 'Socialnämnden', purpose: 'for_atgard' },
			{ name: 'Motionärerna', purpose: 'for_kannedom' }
		]
	}
};

describe('the texts of a lägesbild as a form', () => {
	it('come back as they were', () => {
		expect(textsOfFields(fieldsOfTexts(texts))).toEqual(texts);
	});

	it('have lists one a line, without empty lines', () => {
		expect(fieldsOfTexts(texts)['council.proposals.1.points']).toBe(
			'att anta lägesbilden.\natt besvara motionen.'
		);
		const edited = { ...fieldsOfTexts(texts), 'council.diarienummer': ' KS 1 \r\n\r\nKS 2\r\n' };
		expect(textsOfFields(edited)).toEqual({
			...texts,
			council: { ...texts.council, diarienummer: ['KS 1', 'KS 2'] }
		});
	});

	it('leave out a proposal whose fields are both empty', () => {
		const edited = {
			...fieldsOfTexts(texts),
			'council.proposals.2.body': ' ',
			'council.proposals.2.points': '\n'
		};
		expect(textsOfFields(edited)).toEqual(texts);
	});

	it('show a fault in a list at the field that holds the list', () => {
		expect(
			['analys', 'council.diarienummer.1', 'council.signatures.0.title', 'council.proposals.3.points.0'].map(
				fieldOfPath
			)
		).toEqual(['analys', 'council.diarienummer', 'council.signatures', 'council.proposals.3.points']);
		expect(fieldOfPath('council.sentTo.4.name')).toBe('council.sentTo.for_atgard');
	});
});
