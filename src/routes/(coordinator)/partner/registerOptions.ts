import { agreementKindName, agreementKinds } from '#lib/organisations/agreement.ts';
import { contactLanguageName, contactLanguages } from '#lib/organisations/contact.ts';
import { organisationKindName, organisationKinds } from '#lib/organisations/organisationKind.ts';
import { sectorName, sectors } from '#lib/organisations/sector.ts';

const optionsOf = <Code extends string>(codes: readonly Code[], nameOf: Readonly<Record<Code, string>>) =>
	codes.map((value) => ({ value, text: nameOf[value] }));

export const kindOptions = optionsOf(organisationKinds, organisationKindName);
export const sectorOptions = optionsOf(sectors, sectorName);
export const languageOptions = optionsOf(contactLanguages, contactLanguageName);
export const agreementKindOptions = optionsOf(agreementKinds, agreementKindName);
