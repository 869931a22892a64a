import { z } from 'zod';
import { calendarDateSchema } from '#lib/shared/calendarDateSchema.ts';
import { agreementKinds } from './agreement.ts';
import { contactLanguages } from './contact.ts';
import { organisationKinds } from './organisationKind.ts';
import {
	emailSchema,
	optionalDay,
	optionalLine,
	orNull,
	phoneSchema,
	requiredLine,
	requiredText
} from './registerFields.ts';
import { sectors } from './sector.ts';
import { numberDetails } from './waiver.ts';

const uuid = z.uuid({ error: 'Valet finns inte i registret längre' });

export const organisationSchema = z.object({
	name: requiredLine('Skriv organisationens namn'),
	kind: z.enum(organisationKinds, { error: 'Välj typ av organisation' })
});

interface Days {
	readonly activeFrom: string;
	readonly activeTo: string | null;
}

const endsAfterItBegins = ({ activeFrom, activeTo }: Days) => activeTo === null || activeTo >= activeFrom;
const endsBefore = { path: ['activeTo'], error: 'Sista dagen ligger före den första' };

const sizeSchema = orNull(
	z
		.string()
		.transform((text) => text.replaceAll(/\s/g, ''))
		.pipe(z.string().regex(/^\d{1,8}$/, { error: 'Skriv storleken som ett heltal' }))
		.transform(Number)
);

export const unitSchema = z
	.object({
		name: requiredLine('Skriv enhetens namn'),
		sector: orNull(
			z.enum(sectors, { error: 'Välj en sektor' }) as z.ZodType<(typeof sectors)[number], string>
		),
		areaId: optionalLine,
		activeFrom: calendarDateSchema,
		activeTo: optionalDay,
		size: sizeSchema,
		measure: optionalLine,
		sizeFrom: optionalDay
	})
	.refine(endsAfterItBegins, endsBefore)
	.refine(({ size, measure }) => size === null || measure !== null, {
		path: ['measure'],
		error: 'Skriv vad storleken avser, till exempel elever'
	})
	.refine(({ size, sizeFrom }) => size === null || sizeFrom !== null, {
		path: ['sizeFrom'],
		error: 'Ange från vilken dag storleken gäller'
	});

export type UnitForm = z.infer<typeof unitSchema>;

export const agreementSchema = z
	.object({
		title: requiredLine('Skriv överenskommelsens namn'),
		kind: z.enum(agreementKinds, { error: 'Välj typ av överenskommelse' }),
		reference: optionalLine,
		purposes: requiredText('Skriv överenskommelsens syften'),
		areas: requiredText('Skriv vilka områden överenskommelsen gäller'),
		validFrom: calendarDateSchema,
		validTo: optionalDay
	})
	.refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
		path: ['validTo'],
		error: 'Sista dagen ligger före den första'
	});

export type AgreementForm = z.infer<typeof agreementSchema>;

const personFields = {
	name: requiredLine('Skriv personens namn'),
	email: orNull(emailSchema),
	phone: orNull(phoneSchema),
	language: z.enum(contactLanguages, { error: 'Välj språk' }),
	councilPosition: optionalLine,
	councilFrom: optionalDay,
	councilTo: optionalDay
};

interface CouncilSeat {
	readonly councilPosition: string | null;
	readonly councilFrom: string | null;
	readonly councilTo: string | null;
}

export const contactSchema = z
	.object(personFields)
	.refine(
		({ councilPosition, councilFrom, councilTo }: CouncilSeat) =>
			councilPosition !== null || (councilFrom === null && councilTo === null),
		{ path: ['councilPosition'], error: 'Skriv befattningen, eller ta bort dagarna i rådet' }
	)
	.refine(
		({ councilPosition, councilFrom }: CouncilSeat) => councilPosition === null || councilFrom !== null,
		{ path: ['councilFrom'], error: 'Ange från vilken dag personen sitter i rådet' }
	)
	.refine(
		({ councilFrom, councilTo }: CouncilSeat) =>
			councilFrom === null || councilTo === null || councilTo >= councilFrom,
		{ path: ['councilTo'], error: 'Sista dagen i rådet ligger före den första' }
	);

export type ContactForm = z.infer<typeof contactSchema>;

const yes = z
	.enum(['ja'])
	.optional()
	.transform((value) => value === 'ja');

/** A medgivande: which numbers, who signed it and how long it counts. */
export const waiverSchema = z
	.object({
		/** A series, or a round of it as `series/round`. */
		of: z
			.string({ error: 'Välj omgång' })
			.regex(/^[\da-f-]{36}(?:\/[\da-f-]{36})?$/, { error: 'Välj omgång' })
			.transform((text) => text.split('/')),
		item: optionalLine,
		sum: yes,
		largest: yes,
		breakdown: yes,
		signerId: z.uuid({ error: 'Välj vem som har undertecknat' }),
		signerRole: requiredLine('Skriv den undertecknandes roll'),
		signedOn: calendarDateSchema,
		validUntil: calendarDateSchema
	})
	.transform(({ of: [seriesId = '', roundId = null], sum, largest, breakdown, ...rest }) => ({
		...rest,
		seriesId,
		roundId,
		details: numberDetails.filter((detail) => ({ sum, largest, breakdown })[detail])
	}))
	.refine(({ details }) => details.length > 0, { path: ['sum'], error: 'Välj vilka tal medgivandet gäller' })
	.refine(({ signedOn, validUntil }) => validUntil >= signedOn, {
		path: ['validUntil'],
		error: 'Sista dagen ligger före undertecknandet'
	});

export type WaiverForm = z.infer<typeof waiverSchema>;

/** What a person does for a unit. */
export const dutySchema = z
	.object({ role: optionalLine, isMain: yes, activeFrom: calendarDateSchema, activeTo: optionalDay })
	.refine(endsAfterItBegins, endsBefore);

export type DutyForm = z.infer<typeof dutySchema>;

export const handOverSchema = z.object({
	lastDay: calendarDateSchema,
	successorId: uuid
});

export const unitMergerSchema = z.object({ intoUnitId: uuid, lastDay: calendarDateSchema });

export const idSchema = uuid;
