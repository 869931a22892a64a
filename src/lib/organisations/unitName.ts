interface NamedUnit {
	readonly name: string;
	readonly organisationName: string;
}

/** An association is often its own only unit: its name is then written once. */
function isItsOrganisation({ name, organisationName }: NamedUnit): boolean {
	return name === organisationName;
}

/** "Vuxenenheten, Socialförvaltningen i Sjövalla": on letters. */
export function addresseeOf(unit: NamedUnit): string {
	return isItsOrganisation(unit) ? unit.name : `${unit.name}, ${unit.organisationName}`;
}

/** "Vuxenenheten (Socialförvaltningen i Sjövalla)": in running text. */
export function unitInText(unit: NamedUnit): string {
	return isItsOrganisation(unit) ? unit.name : `${unit.name} (${unit.organisationName})`;
}
