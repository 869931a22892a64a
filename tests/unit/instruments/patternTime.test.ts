import { describe, expect, it } from 'vitest';
import { patternFault } from '#lib/instruments/patterns/patternTime.ts';
import { validateAnswers } from '#lib/instruments/answers/validateAnswers.ts';
import { compiledElements, questionnaire } from '../../support/questionnaireBuilder.ts';
import { compileInstrument } from '#lib/instruments/compile/compileInstrument.ts';

describe('A regular expression of a questionnaire', () => {
	it.each([
		'(a+)+$',
		'(a|a)*b',
		'(a|aa)+$',
		'([a-z]+)*x',
		'(.*)*x',
		'^(\\w+\\s?)*$',
		'(x+x+)+y',
		'^(([a-z])+.)+[A-Z]([a-z])+$',
		'^(a|b|ab)*c',
		'^(?:[a-z0-9]+[._-]?)+@x$',
		'\\d+\\d+$',
		'^.+@.+\\..+$',
		'.*.*=.*',
		'\\w*\\d*x',
		'(a?){25}a{25}',
		`${'a?'.repeat(25)}${'a'.repeat(25)}`,
		'(a{1,5}){5}$'
	])('is refused when it can read a text in too many ways: %s', (source) => {
		expect(patternFault(source, false)).toMatch(/orimligt lång tid|oändligt många sätt/);
	});

	it.each([
		'^\\d{6,8}-?\\d{4}$',
		'^[A-ZÅÄÖ][a-zåäö]+$',
		'^[^@\\s]+@[^@\\s]+$',
		'^[a-z]+(-[a-z]+)*$',
		'^\\d{3}\\s?\\d{2}$',
		'^(?:ja|nej|kanske)$',
		'^\\+?[0-9 ()-]{5,30}$',
		'^\\d+([.,]\\d+)?$',
		'^(\\d{2}:){2}\\d{2}$',
		'.{1,200}',
		'^(0|[1-9]\\d*)$',
		'^[\\w.-]+$'
	])('is taken when it reads a text in few ways: %s', (source) => {
		expect(patternFault(source, true)).toBeUndefined();
	});

	it.each([
		['(', 'Mönstret är inget reguljärt uttryck'],
		['(?=a)b', 'Grupper som börjar med (? stöds inte, utom (?:'],
		['(a)\\1', '\\1 stöds inte'],
		['\\p{L}', '\\p stöds inte'],
		['a'.repeat(301), 'Mönstret är längre än 300 tecken']
	])('is refused when its time cannot be told: %s', (source, fault) => {
		expect(patternFault(source, false)).toBe(fault);
	});

	it('that differs only in case can be two ways', () => {
		expect(patternFault('^(a|A)+$', false)).toBeUndefined();
		expect(patternFault('^(a|A)+$', true)).toMatch(/samma text på flera sätt/);
	});

	const element = (regex: string) => ({
		type: 'comment',
		name: 'F',
		validators: [{ type: 'regex', regex, text: 'Skriv tre siffror.' }]
	});

	it('is refused with its place in the questionnaire', () => {
		const compilation = compileInstrument(questionnaire([element('(a+)+$')]));
		expect(!compilation.ok && compilation.faults.map(({ path }) => path)).toEqual([
			'pages[0].elements[0].validators[0].regex'
		]);
	});

	it('is tried on texts of bounded length only', () => {
		const instrument = compiledElements(element('^[0-9]{3}'));
		const messages = (F: string) => validateAnswers(instrument, { F }).errors.map(({ message }) => message);
		expect(messages('123')).toEqual([]);
		expect(messages('abc')).toEqual(['”F”: Skriv tre siffror.']);
		expect(messages('1'.repeat(1001))).toEqual(['”F”: Skriv tre siffror.']);
	});
});
