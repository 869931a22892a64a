import { describe, expect, it, vi } from 'vitest';
import { protect } from '#lib/disclosure/protect.ts';
import { defaultPolicy, type ProtectionProgress } from '#lib/disclosure/protection.ts';
import { protectInThread, reviewInThread } from '#lib/server/disclosure/protectInThread.ts';
import { protectionInput } from '#lib/server/lagesbild/reportMaterial.ts';
import { isSplitOfBreakdowns } from '#lib/statistics/planChanges.ts';
import { demonstrationRound } from '../../support/demonstrationRounds.ts';
import { round } from '../../support/roundBuilder.ts';
import { cell, crossTable, sum, tableSet } from '../../support/tableSets.ts';
import { roundByColumn } from '../../support/unitRows.ts';

// Searches and audits, some of them for thousands of cells, on a machine that may have other work.
vi.setConfig({ testTimeout: 240_000 });

const input = {
	set: crossTable([
		[3, 20, 8],
		[21, 2, 9],
		[7, 8, 30]
	]),
	policy: defaultPolicy,
	ledger: new Map([['T|T', 108]])
};

const unwatched = { report: () => undefined, signal: new AbortController().signal };

describe('disclosure control in a thread', () => {
	it('gives what it gives here, and tells how far it has come', async () => {
		const heard: ProtectionProgress[] = [];
		const outcome = await protectInThread(input, {
			...unwatched,
			report: (progress) => heard.push(progress)
		});
		expect(outcome).toEqual({ protection: await protect(input) });
		expect([...new Set(heard.map(({ step }) => step))]).toEqual(['searching', 'improving', 'proving']);
		expect(heard.every(({ done, of }) => done >= 0 && done < of)).toBe(true);
	});

	it('gives the refusal when the figures cannot be protected', async () => {
		const set = tableSet(
			[cell('alla', 23), cell('polis', 3), cell('soc', 20)],
			[sum('alla', 'polis', 'soc')]
		);
		const ledger = new Map([
			['alla', 23],
			['soc', 20]
		]);
		expect(await protectInThread({ ...input, set, ledger }, unwatched)).toMatchObject({
			protection: { ok: false, refusal: 'unprotected-cells' }
		});
	});

	it('is cancelled before it has begun, and while it is under way', async () => {
		expect(await protectInThread(input, { ...unwatched, signal: AbortSignal.abort() })).toBe('cancelled');
		const stopping = new AbortController();
		const report = () => {
			stopping.abort();
		};
		expect(await protectInThread(input, { report, signal: stopping.signal })).toBe('cancelled');
	});

	it('judges a plan as far as there is time for it, and tells what it did not try', async () => {
		const planned = protectionInput({
			round: round(),
			answers: roundByColumn(demonstrationRound('sjovalla', 2024)),
			previous: null,
			ledger: new Map(),
			ledgerLines: 0,
			wishes: [],
			waivers: [],
			design: []
		});
		const whole = await reviewInThread(planned, unwatched, 200_000);
		const cut = await reviewInThread(planned, unwatched, 0);
		if (whole === 'cancelled' || cut === 'cancelled') throw new Error('It was cancelled');
		expect(whole.untried).toEqual([]);
		expect(cut.tables).toEqual(whole.tables);
		expect(cut.untried.length).toBeGreaterThan(5);
		const splits = whole.proposals.map(({ change }) => change.split);
		expect(splits.length).toBeGreaterThan(1);
		expect(splits.filter((split) => !isSplitOfBreakdowns(planned.set, split))).toEqual([]);
	});

	it('fails as it does here when the tables contradict themselves', async () => {
		const set = tableSet([cell('alla', 9), cell('polis', 3)], [sum('alla', 'polis')]);
		await expect(protectInThread({ ...input, set }, unwatched)).rejects.toThrow('alla is 9');
	});
});
