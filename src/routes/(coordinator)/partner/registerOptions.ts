import { agreementKindName, agreementKinds } from '#lib/organisations/agreement.ts';
import { contactLanguageName, contactLanguages } from '#lib/organisations/contact.ts';
import { organisationKindName, organisationKinds } from '#lib/organisations/organisationKind.ts';
import { sectorName, sectors } from '#lib/organisations/sector.ts';
import type { FieldError } from '../readForm.ts';

const optionsOf = <Code extends string>(codes: readonly Code[], nameOf: Readonly<Record<Code, string>>) =>
	codes.map((value) => ({ value, text: nameOf[value] }));

export const kindOptions = optionsOf(organisationKinds, organisationKindName);
export const sectorOptions = optionsOf(sectors, sectorName);
export const languageOptions = optionsOf(contactLanguages, contactLanguageName);
export const agreementKindOptions = optionsOf(agreementKinds, agreementKindName);

/** What a form of the register answers when it was not accepted. */
export interface RefusedForm {
	readonly errors: readonly FieldError[];
	readonly typed: Readonly<Record<string, string>>;
	readonly message: string | null;
}

/** What a field is drawn with: what was typed, else what is held, and what is wrong with it. */
export function fieldOf(
	form: RefusedForm | null | undefined,
	held: Readonly<Record<string, string | number | null>>
) {
	return (name: string) => ({
		name,
		value: form?.typed[name] ?? String(held[name] ?? ''),
		error: form?.errors.find((each) => each.field === name)?.message
	});
}
