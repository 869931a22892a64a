import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
	Autosave,
	type SaveOutcome
} from '../../../src/routes/(respondent)/svara/lank/[ref]/sida/[nr]/autosave.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A server that answers as told, one after another, and then that all is saved. */
function savingTo(...outcomes: SaveOutcome[]) {
	const times: number[] = [];
	const began = Date.now();
	const autosave = new Autosave({
		isPending: () => true,
		save: () => {
			times.push(Date.now() - began);
			return Promise.resolve(outcomes.shift() ?? 'saved');
		}
	});
	return { autosave, times };
}

describe('A page that is being written', () => {
	test('is saved once, within two seconds of a pause', async () => {
		const { autosave, times } = savingTo();
		autosave.touch();
		await vi.advanceTimersByTimeAsync(500);
		autosave.touch();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(times).toEqual([1500]);
	});

	test('is saved every ten seconds by whoever never pauses', async () => {
		const { autosave, times } = savingTo();
		for (let stroke = 0; stroke < 50; stroke += 1) {
			autosave.touch();
			await vi.advanceTimersByTimeAsync(500);
		}
		expect(times).toEqual([10_000, 20_000]);
	});

	test('is tried again with longer and longer waits while nobody answers', async () => {
		const { autosave, times } = savingTo('away', 'away', 'signed-out', 'away', 'away', 'away');
		autosave.touch();
		await vi.advanceTimersByTimeAsync(200_000);
		expect(times).toEqual([1000, 3000, 7000, 15_000, 30_000, 60_000, 90_000]);
	});

	test('is not tried again when that cannot help, until something more is typed', async () => {
		const { autosave, times } = savingTo('given-up');
		autosave.touch();
		await vi.advanceTimersByTimeAsync(60_000);
		autosave.touch();
		await vi.advanceTimersByTimeAsync(60_000);
		expect(times).toEqual([1000, 61_000]);
	});

	test('is saved at once when the window is hidden or the network is back', async () => {
		const { autosave, times } = savingTo('away');
		autosave.touch();
		await vi.advanceTimersByTimeAsync(1100);
		await autosave.flush();
		expect(times).toEqual([1000, 1100]);
	});

	test('has one request under way at a time, and saves what was typed meanwhile afterwards', async () => {
		const gates: ((outcome: SaveOutcome) => void)[] = [];
		const autosave = new Autosave({
			isPending: () => true,
			save: () => new Promise((resolve) => gates.push(resolve))
		});
		autosave.touch();
		await vi.advanceTimersByTimeAsync(1000);
		autosave.touch();
		await vi.advanceTimersByTimeAsync(5000);
		expect(gates).toHaveLength(1);
		gates[0]?.('saved');
		await vi.advanceTimersByTimeAsync(1000);
		expect(gates).toHaveLength(2);
	});
});
