import type { CountStatus } from '#lib/instruments/countStatus.ts';
import {
	countLevel,
	notConcerned,
	otherStatuses,
	ownCounts,
	specialCounts,
	trainingLevel
} from './countLevels.ts';
import type { Circumstances } from './circumstances.ts';
import type { SeededRandom } from './seededRandom.ts';

export interface InventedCount {
	/** null when the unit answers with a status instead. */
	readonly number: number | null;
	readonly status: CountStatus | null;
}

const asStatus = (status: CountStatus): InventedCount => ({ number: null, status });

/** More units ask each year, so more is known. */
const growth: Readonly<Record<number, number>> = { 2024: 0.85, 2025: 1, 2026: 1.1 };

function meanOf(code: string, { roundYear, unit }: Circumstances): number {
	const level = code.startsWith('Z2.') ? trainingLevel : (countLevel[code] ?? 0.15);
	if (ownCounts.has(code) || code.startsWith('Z2.')) return level;
	return level * unit.weight * (growth[roundYear] ?? 1);
}

/** The answer that the unit's work settles beforehand, or null when it is drawn. */
function settledCount(code: string, { roundYear, unit }: Circumstances): InventedCount | null {
	const special = specialCounts[`${String(roundYear)}/${unit.name}/${code}`];
	if (special !== undefined) return { number: special, status: null };
	const item = code.split('.')[0] ?? code;
	if (notConcerned[unit.kind]?.includes(item)) return asStatus('galler_inte');
	const isOwn = ownCounts.has(code) || item === 'Z2';
	return unit.weight === 0 && !isOwn ? asStatus('fragar_inte') : null;
}

/** A number, or one of the five answers that are not numbers. A zero is never typed: it is the status "noll". */
export function inventCount(code: string, circumstances: Circumstances, random: SeededRandom): InventedCount {
	const settled = settledCount(code, circumstances);
	if (settled) return settled;
	if (!ownCounts.has(code) && random.chance(0.07)) return asStatus(random.pick(otherStatuses));
	const drawn = random.poisson(meanOf(code, circumstances));
	return drawn === 0 ? asStatus('noll') : { number: drawn, status: null };
}
