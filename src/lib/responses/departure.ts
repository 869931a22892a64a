/** Fewer persons or events than this, more or less, come and go from year to year and are nothing to ask about. */
const leastDifference = 5;
/** Twice as much or half as much. */
const leastRatio = 2;

/**
 * Whether a figure is so far from the one the time before that the respondent is asked whether it is right. Both limits
 * must be passed. The difference alone would ask about 400 and 405; the ratio alone about 1 and 2, which in small units
 * is chance. Together they catch what goes wrong at a keyboard (a digit too many, a month for a year, persons for
 * contacts) and the changes that the reader of the report will ask about. Nothing is corrected or refused by it.
 */
export function departsStrongly(before: number, now: number): boolean {
	const [smaller, larger] = before < now ? [before, now] : [now, before];
	return larger - smaller >= leastDifference && larger >= leastRatio * smaller;
}
