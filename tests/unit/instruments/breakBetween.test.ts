import { describe, expect, it } from 'vitest';
import { judgedChange, type Verdict } from '#lib/instruments/comparability/changeJudgement.ts';
import { breakBetween } from '#lib/instruments/comparability/breakBetween.ts';
import { compareInstruments } from '#lib/instruments/comparability/compareInstruments.ts';
import type { ComparedQuestionnaire } from '#lib/instruments/comparability/seriesBreak.ts';
import type { Instrument, Variable } from '#lib/instruments/instrument.ts';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { questionnaireParameters } from '../../support/questionnaireParameters.ts';
import { compiled, compiledElements, countItem, questionnaire } from '../../support/questionnaireBuilder.ts';

const periodOf = (from: string, to: string) => ({ from: calendarDate(from), to: calendarDate(to) });
const yearOf = (year: number) => periodOf(`${String(year)}-01-01`, `${String(year)}-12-31`);

function variableOf(instrument: Instrument, code: string): Variable {
	const variable = instrument.variables.find((each) => each.code === code);
	if (!variable) throw new Error(`No variable ${code}`);
	return variable;
}

function between(code: string, earlier: ComparedQuestionnaire, later: ComparedQuestionnaire) {
	return breakBetween(variableOf(later.instrument, code), { earlier, later });
}

describe('the law of 1 July 2025', () => {
	const police = (year: number) => ({
		instrument: compiled(composeQuestionnaire('polis', questionnaireParameters({ year }))),
		period: yearOf(year)
	});

	it.each([
		'P1.kop_av_sexuell_handling',
		'P1.koppleri',
		'P1.koppleri.underlag',
		'P1.utnyttjande_av_barn',
		'P2',
		'P3',
		'P5',
		'P6'
	])('breaks the series of %s over that day and not beside it', (code) => {
		expect(between(code, police(2023), police(2024))).toBeUndefined();
		expect(between(code, police(2024), police(2025))).toMatchObject({ cause: 'law' });
		expect(between(code, police(2025), police(2026))).toMatchObject({ cause: 'law' });
		expect(between(code, police(2024), police(2026))).toMatchObject({ cause: 'law' });
		expect(between(code, police(2026), police(2027))).toBeUndefined();
	});

	it.each(['P1.manniskohandel_sexuella', 'P1.manniskoexploatering', 'P7.vuxna', 'P14.gata'])(
		'leaves the series of %s',
		(code) => {
			expect(between(code, police(2024), police(2025))).toBeUndefined();
		}
	);

	it('says what changed, in words that can stand after "Går inte att jämföra"', () => {
		expect(between('P3', police(2024), police(2025))).toEqual({
			cause: 'law',
			reason:
				'den 1 juli 2025 blev köp av sexuell tjänst köp av sexuell handling, och även handlingar på distans omfattas sedan dess (6 kap. 11 § brottsbalken, lag 2025:586)'
		});
	});

	it('is known when only one of the two questionnaires states it', () => {
		const unaware = { ...police(2024).instrument, lawChanges: [] };
		expect(between('P3', { instrument: unaware, period: yearOf(2024) }, police(2025))).toMatchObject({
			cause: 'law'
		});
		expect(between('P3', police(2024), { instrument: unaware, period: yearOf(2025) })).toMatchObject({
			cause: 'law'
		});
	});
});

describe('a period of another length', () => {
	it('breaks every series', () => {
		const instrument = compiledElements(countItem('P3'));
		const tertial = { instrument, period: periodOf('2026-01-01', '2026-04-30') };
		expect(between('P3', { instrument, period: yearOf(2025) }, tertial)).toEqual({
			cause: 'period',
			reason: 'svaren gäller olika långa perioder, 12 och 4 månader'
		});
		expect(
			between('P3', tertial, { instrument, period: periodOf('2026-05-01', '2026-08-31') })
		).toBeUndefined();
	});
});

describe('a changed question', () => {
	const old = compiledElements(countItem('P3'), countItem('P9'));
	const reworded = compiledElements(
		{ ...countItem('P3'), title: 'Hur många olika människor?' },
		countItem('P9')
	);
	const [change] = compareInstruments(old, reworded);
	if (!change) throw new Error('No change');
	const judged = (verdict: Verdict) => ({
		instrument: reworded,
		period: yearOf(2026),
		judgements: [
			{ code: 'P3', change: judgedChange(change), verdict, reason: 'kontakter räknas inte längre', codes: [] }
		]
	});
	const earlier = { instrument: old, period: yearOf(2025) };

	it('breaks its own series for the reason that a person gave, and no other', () => {
		expect(between('P3', earlier, judged('breaks'))).toEqual({
			cause: 'question',
			reason: 'kontakter räknas inte längre'
		});
		expect(between('P9', earlier, judged('breaks'))).toBeUndefined();
	});

	it('holds when a person has judged so', () => {
		expect(between('P3', earlier, judged('holds'))).toBeUndefined();
	});

	it('breaks as long as nobody has judged it', () => {
		expect(between('P3', earlier, { instrument: reworded, period: yearOf(2026) })).toMatchObject({
			cause: 'not-judged'
		});
	});

	it('breaks by rule whatever was judged, when it is asked of others', () => {
		const instrument = compiledElements({ ...countItem('P3'), visibleIf: '1 = 1' }, countItem('P9'));
		expect(between('P3', earlier, { ...judged('holds'), instrument })).toEqual({
			cause: 'question',
			reason: 'frågan ställs till andra än förr'
		});
	});
});

describe('a changed definition', () => {
	const page = (html: string) =>
		compiled(
			questionnaire([{ type: 'html', name: 'ord', html: `<p>${html}</p>` }, countItem('P3'), countItem('P9')])
		);
	const [old, now] = [page('Barn är under 18 år.'), page('Barn är under 15 år.')];
	const [change] = compareInstruments(old, now);
	if (!change) throw new Error('No change');
	const judgement = {
		code: 'ord',
		change: judgedChange(change),
		verdict: 'breaks',
		reason: 'barn är nu under 15 år'
	} as const;
	const earlier = { instrument: old, period: yearOf(2025) };
	const later = (codes: readonly string[]) => ({
		instrument: now,
		period: yearOf(2026),
		judgements: [{ ...judgement, codes }]
	});

	it('breaks the series of the questions that a person has named, or of all', () => {
		const broken = { cause: 'definition', reason: 'barn är nu under 15 år' };
		expect(between('P3', earlier, later(['P3']))).toEqual(broken);
		expect(between('P9', earlier, later(['P3']))).toBeUndefined();
		expect(between('P9', earlier, later([]))).toEqual(broken);
	});
});
