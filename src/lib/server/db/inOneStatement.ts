interface Waiting<Asked, Answer> {
	readonly asked: Asked;
	readonly resolve: (answer: Answer) => void;
	readonly reject: (fault: unknown) => void;
}

/** Some hundred kilobytes in one statement. */
const mostTogether = 32;

/**
 * A line to the database: what comes in one turn of the program is asked in one statement, and while that is under way those
 * that come wait, and are then asked all in one. There is no timer. docs/decisions/0088 and 0172.
 * @param ask one statement; it answers each, in their order
 */
export function lineOfStatements<Asked, Answer>(
	ask: (asked: readonly Asked[]) => Promise<readonly Answer[]>
): (asked: Asked) => Promise<Answer> {
	const line: Waiting<Asked, Answer>[] = [];
	let isAsking = false;
	const askAll = async () => {
		while (line.length > 0) await askTogether(ask, line.splice(0, mostTogether));
		// In the same breath as the line was seen to be empty: nobody can have come to it since.
		isAsking = false;
	};
	return (asked) =>
		new Promise((resolve, reject) => {
			line.push({ asked, resolve, reject });
			if (isAsking) return;
			isAsking = true;
			// What else has come in this turn is read before it: then all of it goes in the first.
			setImmediate(() => void askAll());
		});
}

async function askTogether<Asked, Answer>(
	ask: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
	together: readonly Waiting<Asked, Answer>[]
): Promise<void> {
	try {
		const answers = await ask(together.map(({ asked }) => asked));
		if (answers.length !== together.length) throw new Error('The database did not answer each');
		for (const [place, { resolve }] of together.entries()) resolve(answers[place] as Answer);
	} catch (fault) {
		if (together.length === 1) {
			for (const { reject } of together) reject(fault);
			return;
		}
		// One's fault is not the others'. One after the other, so that what cannot be asked takes no more than one connection.
		for (const one of together) await askTogether(ask, [one]);
	}
}
