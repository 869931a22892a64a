import { organisationKinds, type OrganisationKind } from '#lib/organisations/organisationKind.ts';
import { sectors, type Sector } from '#lib/organisations/sector.ts';
import { addDays, daysBetween, type CalendarDate } from '#lib/shared/calendarDate.ts';
import type { RoundTime } from './roundName.ts';

interface AskedInRound {
	readonly sector: Sector;
	readonly kind: OrganisationKind;
	readonly answeredOn: CalendarDate | null;
}

export interface AnsweringRound extends RoundTime {
	readonly openedOn: CalendarDate;
	readonly units: readonly AskedInRound[];
}

interface Share {
	readonly asked: number;
	readonly answered: number;
}

/** Beside the round before, on the same day after its opening; null where nobody of the kind was asked then. */
interface ComparedShare extends Share {
	readonly lastTime: Share | null;
}

export interface RoundProgress extends Share {
	/** Nobody can answer any more. */
	readonly isOver: boolean;
	/** The last day that is told of: answers are told when their day has passed. */
	readonly through: CalendarDate;
	/** Days since the opening, the day of opening being 0. */
	readonly dayNumber: number;
	readonly sectors: readonly (ComparedShare & { readonly sector: Sector })[];
	readonly kinds: readonly (ComparedShare & { readonly kind: OrganisationKind })[];
	/** The round before, on the same day after its opening and when it had closed; null when there is none. */
	readonly lastTime: (Share & RoundTime & { readonly finally: number }) | null;
	/** How many will have answered, if as large a part of those who are left does as did last time. */
	readonly expected: number | null;
}

/** How a round's answering goes, by days and against the round before. */
export function roundProgress(
	round: AnsweringRound,
	before: AnsweringRound | null,
	told: { readonly through: CalendarDate; readonly isOver: boolean }
): RoundProgress {
	const { through, isOver } = told;
	const dayNumber = daysBetween(round.openedOn, through);
	const sameDay = before && addDays(before.openedOn, dayNumber);
	const now = shareOn(round.units, through);
	const lastTime =
		before && sameDay
			? {
					...shareOn(before.units, sameDay),
					year: before.year,
					part: before.part,
					finally: answeredOf(before.units).length
				}
			: null;
	/** Of some of the units; none where none of them is asked. */
	const compared = (isOfThem: (unit: AskedInRound) => boolean): ComparedShare[] => {
		const units = round.units.filter(isOfThem);
		const then = before?.units.filter(isOfThem) ?? [];
		if (units.length === 0) return [];
		return [
			{
				...shareOn(units, through),
				lastTime: then.length > 0 && sameDay !== null ? shareOn(then, sameDay) : null
			}
		];
	};
	return {
		...now,
		isOver,
		through,
		dayNumber,
		sectors: sectors.flatMap((sector) =>
			compared((unit) => unit.sector === sector).map((share) => ({ sector, ...share }))
		),
		kinds: organisationKinds.flatMap((kind) =>
			compared((unit) => unit.kind === kind).map((share) => ({ kind, ...share }))
		),
		lastTime,
		expected: isOver || !lastTime ? null : expectedOf(now, lastTime)
	};
}

function answeredOf(units: readonly AskedInRound[]): readonly AskedInRound[] {
	return units.filter(({ answeredOn }) => answeredOn !== null);
}

function shareOn(units: readonly AskedInRound[], day: CalendarDate): Share {
	const answered = units.filter(({ answeredOn }) => answeredOn !== null && answeredOn <= day).length;
	return { asked: units.length, answered };
}

/** Those who were left last time and answered after all, as a part of those who were left; the same part of those now. */
function expectedOf(now: Share, lastTime: NonNullable<RoundProgress['lastTime']>): number | null {
	const left = lastTime.asked - lastTime.answered;
	if (left === 0) return null;
	const late = (lastTime.finally - lastTime.answered) / left;
	return now.answered + Math.round(late * (now.asked - now.answered));
}
