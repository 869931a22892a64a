import { z } from 'zod';

/** When those who have not answered are reminded; null is no such reminder. */
export interface ReminderDays {
	/** Days after the first day to answer. */
	readonly firstReminder: number | null;
	/** Days before the last day to answer. */
	readonly secondReminder: number | null;
	readonly lastReminder: number | null;
}

export const usualReminders: ReminderDays = { firstReminder: 7, secondReminder: 14, lastReminder: 3 };

/** An empty field is no reminder. */
const daysFrom = (least: number) =>
	z
		.string()
		.trim()
		.regex(/^\d{0,9}$/, { error: 'Ange antal dagar, eller lämna tomt' })
		.transform((text) => (text === '' ? null : Number(text)))
		.refine((days) => days === null || days >= least, { error: `Minst ${String(least)} dagar` })
		.refine((days) => days === null || days <= 90, { error: 'Högst 90 dagar' });

export const reminderFields = {
	firstReminder: daysFrom(3),
	secondReminder: daysFrom(1),
	lastReminder: daysFrom(1)
};

/** Whether the second reminder goes before the last; also asked by zod where a field is no number, which is told at that field. */
export const areInOrder = ({ secondReminder, lastReminder }: ReminderDays): boolean =>
	secondReminder === null || lastReminder === null || !(secondReminder <= lastReminder);

export const outOfOrder = {
	path: ['secondReminder'],
	error: 'Den andra påminnelsen ska gå före den sista'
};

/** The days as a form sends them. */
export const reminderDaysSchema = z.object(reminderFields).refine(areInOrder, outOfOrder);
