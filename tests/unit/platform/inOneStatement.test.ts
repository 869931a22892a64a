import { expect, it } from 'vitest';
import { lineOfStatements } from '#lib/server/db/inOneStatement.ts';

/** A line whose statements are noted, and which answers a number with its square; a negative one is a fault of its own. */
function squares() {
	const statements: (readonly number[])[] = [];
	const ask = lineOfStatements(async (numbers: readonly number[]) => {
		statements.push(numbers);
		await new Promise((resolve) => setImmediate(resolve));
		if (numbers.some((number) => number < 0)) throw new RangeError(`In ${numbers.join()}`);
		return numbers.map((number) => number ** 2);
	});
	return { ask, statements };
}

it('asks what comes in one turn in one statement, what comes meanwhile in the next, and gives each its own answer', async () => {
	const { ask, statements } = squares();
	const first = [1, 2].map(ask);
	while (statements.length === 0) await new Promise((resolve) => setImmediate(resolve));
	const next = [3, 4, 5].map(ask);
	expect(await Promise.all([...first, ...next])).toEqual([1, 4, 9, 16, 25]);
	expect(await ask(6)).toBe(36);
	expect(statements).toEqual([[1, 2], [3, 4, 5], [6]]);
});

it('asks of at most 32 in one', async () => {
	const { ask, statements } = squares();
	const many = Array.from({ length: 70 }, (_, number) => number);
	expect(await Promise.all(many.map(ask))).toEqual(many.map((number) => number ** 2));
	expect(statements.map(({ length }) => length)).toEqual([32, 32, 6]);
});

it('one’s fault is not the others’: then each is asked alone', async () => {
	const { ask, statements } = squares();
	const answers = await Promise.allSettled([1, 2, -3, 4].map(ask));
	expect(answers).toEqual([
		{ status: 'fulfilled', value: 1 },
		{ status: 'fulfilled', value: 4 },
		{ status: 'rejected', reason: new RangeError('In -3') },
		{ status: 'fulfilled', value: 16 }
	]);
	expect(statements).toEqual([[1, 2, -3, 4], [1], [2], [-3], [4]]);
	expect(await ask(6)).toBe(36);
});

it('a statement that does not answer each answers nobody', async () => {
	const ask = lineOfStatements((numbers: readonly number[]) => Promise.resolve(numbers.slice(1)));
	await expect(ask(1)).rejects.toThrow('The database did not answer each');
});
