import { columnHeading, columnKeys } from '#lib/organisations/register/registerCells.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { listContacts } from '../organisations/contactStore.ts';
import { markBouncedAddress } from '../organisations/markBouncedAddress.ts';
import { handOverContact } from '../organisations/register/handOver.ts';
import { confirmImport, readImport, uploadRegister } from '../organisations/register/importRegister.ts';
import { writeCsv } from '../spreadsheets/writeCsv.ts';
import { done } from './demonstrationSteps.ts';
import { sjovallaBounce, sjovallaRegister, sjovallaSuccession } from './sjovallaRegister.ts';

/** Reads the demonstration's register in from a file, as a samordnare does. */
async function importRegister(application: Application, samordnare: Actor): Promise<void> {
	const headings = columnKeys.map((key) => columnHeading[key]);
	const rows = sjovallaRegister.map((cells) => columnKeys.map((key) => cells[key] ?? ''));
	const bytes = writeCsv([headings, ...rows]);
	const { importId } = done(await uploadRegister(application, samordnare, bytes), 'register file');
	const { planHash, counts } = done(await readImport(application, samordnare, importId), 'register preview');
	if (counts.refused > 0) throw new Error('Demonstration, register: a row was refused');
	done(await confirmImport(application, samordnare, { importId, planHash }), 'register');
}

/** What the register of the demonstration shows beside those who answer: network, agreements, council, a succession, a bounce. */
export async function fillRegister(application: Application, samordnare: Actor): Promise<void> {
	await importRegister(application, samordnare);
	const { database } = application;
	const contacts = await withMunicipality(database, samordnare.municipalityId, listContacts);
	const idOf = (name: string) => contacts.find((contact) => contact.name === name)?.contactId ?? '';
	const { leaving, successor, lastDay } = sjovallaSuccession;
	const handOver = {
		contactId: idOf(leaving),
		successorId: idOf(successor),
		lastDay: calendarDate(lastDay)
	};
	done(await handOverContact(application, samordnare, handOver), 'succession');
	const { name, on, reason } = sjovallaBounce;
	await withMunicipality(database, samordnare.municipalityId, async (sql) =>
		done(await markBouncedAddress(sql, { contactId: idOf(name), on: calendarDate(on), reason }), 'bounce')
	);
}
