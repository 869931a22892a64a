import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { municipalitiesWithDueMail } from '../mail/outboxStore.ts';
import { wakeSending } from '../mail/wakeSending.ts';

/**
 * Looks for what should have been done: messages that were put off, and what a program that stopped left behind. The queue
 * keeps a job that its program died with for hours, and our tables know better.
 */
export async function sweep(application: Application): Promise<void> {
	const { clock, config, database } = application;
	if (!config.smtpUrl) return;
	for (const municipalityId of await municipalitiesWithDueMail(database.sql, clock.now())) {
		await withMunicipality(database, municipalityId, (sql) => wakeSending(application, sql, municipalityId));
	}
}
