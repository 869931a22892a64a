import fc from 'fast-check';
import { agreementKinds } from '#lib/organisations/agreement.ts';
import { organisationKinds } from '#lib/organisations/organisationKind.ts';
import type { Register } from '#lib/organisations/register/register.ts';
import { sectors } from '#lib/organisations/sector.ts';
import { cleanText } from '#lib/instruments/fields/typedText.ts';
import { addDays, calendarDate } from '#lib/shared/calendarDate.ts';
import { smallRegister } from './registerState.ts';

const line = fc
	.string({ minLength: 1, maxLength: 20, unit: 'grapheme-composite' })
	.map((text) => cleanText(text, 'one').normalize('NFC'))
	.filter((text) => text !== '' && !/^#.*[!?A]$/.test(text));
const nullable = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(calendarDate('2020-01-01'), days));
const span = fc.tuple(day, nullable(fc.nat(1000))).map(([from, days]) => ({
	from,
	to: days === null ? null : addDays(from, days)
}));

const drawnOrganisation = fc.record({
	name: line,
	kind: fc.constantFrom(...organisationKinds),
	units: fc.uniqueArray(
		fc.record({
			name: line,
			sector: nullable(fc.constantFrom(...sectors)),
			areaId: nullable(fc.constant('centrum')),
			span,
			size: nullable(fc.record({ size: fc.nat(99_999_999), measure: line, holdsFrom: day })),
			people: fc.array(
				fc.record({
					name: line,
					role: nullable(line),
					email: nullable(fc.emailAddress().map((text) => text.toLowerCase())),
					phone: nullable(fc.integer({ min: 0 }).map((number) => `+46 ${number}`)),
					language: fc.constantFrom('sv' as const, 'en' as const),
					isMain: fc.boolean(),
					seat: nullable(fc.record({ position: line, span })),
					span
				}),
				{ maxLength: 3 }
			)
		}),
		{ maxLength: 3, selector: ({ name }) => name.toLowerCase() }
	),
	agreements: fc.uniqueArray(
		fc.record({
			title: line,
			kind: fc.constantFrom(...agreementKinds),
			reference: nullable(line),
			purposes: line,
			areas: fc.tuple(line, line).map((lines) => lines.join('\n')),
			span
		}),
		{ maxLength: 4, selector: ({ title }) => title.toLowerCase() }
	)
});

interface Filling {
	readonly organisations: Register['organisations'][number][];
	readonly units: Register['units'][number][];
	readonly sizes: Register['sizes'][number][];
	readonly contacts: Register['contacts'][number][];
	readonly duties: Register['duties'][number][];
	readonly agreements: Register['agreements'][number][];
	readonly id: () => string;
}

type DrawnOrganisation = typeof drawnOrganisation extends fc.Arbitrary<infer Value> ? Value : never;
type DrawnUnit = DrawnOrganisation['units'][number];

function addPerson(
	filling: Filling,
	{ unitId, organisationId }: { readonly unitId: string; readonly organisationId: string },
	{ seat, role, isMain, span: held, ...person }: DrawnUnit['people'][number]
): void {
	const contactId = filling.id();
	filling.contacts.push({
		contactId,
		organisationId,
		...person,
		councilPosition: seat?.position ?? null,
		councilFrom: seat?.span.from ?? null,
		councilTo: seat?.span.to ?? null
	});
	filling.duties.push({ unitId, contactId, role, isMain, activeFrom: held.from, activeTo: held.to });
}

function addUnit(filling: Filling, organisationId: string, unit: DrawnUnit): void {
	const { people, size, span: active, ...fields } = unit;
	const unitId = filling.id();
	filling.units.push({
		unitId,
		organisationId,
		...fields,
		activeFrom: active.from,
		activeTo: active.to
	});
	if (size) filling.sizes.push({ unitId, ...size });
	for (const person of people) addPerson(filling, { unitId, organisationId }, person);
}

function addOrganisation(filling: Filling, { units, agreements, ...fields }: DrawnOrganisation): void {
	const organisationId = filling.id();
	filling.organisations.push({ organisationId, ...fields });
	for (const { span: valid, ...agreement } of agreements) {
		filling.agreements.push({
			agreementId: filling.id(),
			organisationId,
			...agreement,
			validFrom: valid.from,
			validTo: valid.to
		});
	}
	for (const unit of units) addUnit(filling, organisationId, unit);
}

/** A register as the database may hold it. */
export const registers = fc
	.uniqueArray(drawnOrganisation, { maxLength: 3, selector: ({ name }) => name.toLowerCase() })
	.map((drawn): Register => {
		let last = 0;
		const filling: Filling = {
			organisations: [],
			units: [],
			sizes: [],
			contacts: [],
			duties: [],
			agreements: [],
			id: () => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`
		};
		for (const each of drawn) addOrganisation(filling, each);
		return { ...smallRegister(), ...filling };
	});
