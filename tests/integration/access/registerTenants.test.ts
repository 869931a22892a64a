import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseContact } from '#lib/server/organisations/register/eraseContact.ts';
import { exportRegister } from '#lib/server/organisations/register/exportRegister.ts';
import { handOverContact } from '#lib/server/organisations/register/handOver.ts';
import {
	confirmImport,
	discardImport,
	readImport,
	uploadRegister
} from '#lib/server/organisations/register/importRegister.ts';
import { listDuplicates } from '#lib/server/organisations/register/listDuplicates.ts';
import { mergeContacts } from '#lib/server/organisations/register/mergeContacts.ts';
import { readContact } from '#lib/server/organisations/register/readContact.ts';
import { readPartners, readUnit } from '#lib/server/organisations/register/readPartners.ts';
import { addContact, saveContact, saveDuty } from '#lib/server/organisations/register/saveContact.ts';
import { saveAgreement, saveOrganisation } from '#lib/server/organisations/register/saveOrganisation.ts';
import { mergeUnit, saveUnit } from '#lib/server/organisations/register/saveUnit.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { movingClock } from '../../support/movingClock.ts';
import { registerCsv } from '../../support/registerFile.ts';
import { insertSmallMunicipality, type SmallMunicipality } from '../../support/smallMunicipality.ts';
import { openTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

let database: TestDatabase;
let own: SmallMunicipality;
let other: SmallMunicipality;

beforeAll(async () => {
	database = await openTestDatabase({ clock: movingClock('2026-01-16T09:00:00Z') });
	own = await insertSmallMunicipality(database.application, '9997');
	other = await insertSmallMunicipality(database.application, '9998');
});
afterAll(() => database.close());

describe('a samordnare', () => {
	it('sees nobody of another municipality’s register, and takes none of them out of it', async () => {
		const { application } = database;
		const actor = own.actors.samordnare;
		const { register } = await readPartners(application, actor);
		expect(register.units.map(({ unitId }) => unitId).sort()).toEqual([...own.unitIds].sort());
		const ids = register.contacts.map(({ contactId }) => contactId).sort();
		expect(ids).toEqual([...own.contactIds].sort());
		const file = await exportRegister(application, actor, 'csv');
		const text = file.ok ? new TextDecoder().decode(file.value.bytes) : '';
		expect(other.contactIds.filter((id) => text.includes(id))).toEqual([]);
		expect(await listDuplicates(application, actor)).toEqual({ ok: true, value: [] });
	});

	it('changes no organisation, unit or contact of another municipality, with their ids in hand', async () => {
		const { application } = database;
		const actor = own.actors.samordnare;
		const [unitId = ''] = other.unitIds;
		const [contactId = '', secondId = ''] = other.contactIds;
		const [ownUnitId = ''] = own.unitIds;
		const [ownContactId = ''] = own.contactIds;
		const { register } = await readPartners(application, other.actors.samordnare);
		const { organisationId = '' } = register.organisations[0] ?? {};
		const day = calendarDate('2026-02-01');
		const person = {
			name: 'Någon Annan',
			email: null,
			phone: null,
			language: 'sv' as const,
			councilPosition: null,
			councilFrom: null,
			councilTo: null
		};
		const duty = { role: null, isMain: true, activeFrom: day, activeTo: null };
		const unit = {
			name: 'Ny',
			sector: null,
			areaId: null,
			activeFrom: day,
			activeTo: null,
			size: null,
			measure: null,
			sizeFrom: null
		};
		const agreement = {
			title: 'X',
			kind: 'iop' as const,
			reference: null,
			purposes: 'x',
			areas: 'x',
			validFrom: day,
			validTo: null
		};
		const before = await readPartners(application, other.actors.samordnare);
		const outcomes = [
			await readUnit(application, actor, unitId),
			await readContact(application, actor, contactId),
			await saveOrganisation(application, actor, { organisationId, name: 'X', kind: 'police' }),
			await saveAgreement(application, actor, { organisationId, agreementId: null, form: agreement }),
			await saveUnit(application, actor, { organisationId, unitId, form: unit }),
			await mergeUnit(application, actor, { unitId, intoUnitId: ownUnitId, lastDay: day }),
			await mergeUnit(application, actor, { unitId: ownUnitId, intoUnitId: unitId, lastDay: day }),
			await saveContact(application, actor, { contactId, form: person }),
			await addContact(application, actor, { organisationId, form: person }),
			await saveDuty(application, actor, { contactId, unitId: ownUnitId, form: duty }),
			await saveDuty(application, actor, { contactId: ownContactId, unitId, form: duty }),
			await handOverContact(application, actor, { contactId, successorId: ownContactId, lastDay: day }),
			await handOverContact(application, actor, {
				contactId: ownContactId,
				successorId: contactId,
				lastDay: day
			}),
			await mergeContacts(application, actor, { keptId: contactId, goneId: secondId }),
			await mergeContacts(application, actor, { keptId: ownContactId, goneId: contactId }),
			await eraseContact(application, actor, { contactId, successorId: null })
		];
		expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.refusal))).toEqual([
			'unknown-unit',
			'unknown-contact',
			'unknown-organisation',
			'unknown-organisation',
			'unknown-organisation',
			'unknown-unit',
			'unknown-unit',
			'unknown-contact',
			'unknown-organisation',
			'unknown-contact',
			'unknown-unit',
			'unknown-contact',
			'unknown-successor',
			'unknown-contact',
			'unknown-contact',
			'unknown-contact'
		]);
		expect(await readPartners(application, other.actors.samordnare)).toEqual(before);
	});

	it('neither sees, confirms nor throws away a file of another municipality', async () => {
		const { application } = database;
		const actor = own.actors.samordnare;
		const file = registerCsv([{ organisation: 'Ny förening', kind: 'Civilsamhälle' }]);
		const upload = await uploadRegister(application, other.actors.samordnare, file);
		if (!upload.ok) throw new Error(upload.refusal);
		const { importId } = upload.value;
		const theirs = await readImport(application, other.actors.samordnare, importId);
		const planHash = theirs.ok ? theirs.value.planHash : '';
		const unknown = { ok: false, refusal: 'unknown-import' };
		expect(await readImport(application, actor, importId)).toEqual(unknown);
		expect(await confirmImport(application, actor, { importId, planHash })).toEqual(unknown);
		await discardImport(application, actor, importId);
		expect((await readImport(application, other.actors.samordnare, importId)).ok).toBe(true);
	});
});
