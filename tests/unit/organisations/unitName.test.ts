import { expect, test } from 'vitest';
import { addresseeOf, unitInText } from '#lib/organisations/unitName.ts';

test('a unit is named with its organisation', () => {
	const unit = { name: 'Vuxenenheten', organisationName: 'Socialförvaltningen i Sjövalla' };
	expect(addresseeOf(unit)).toBe('Vuxenenheten, Socialförvaltningen i Sjövalla');
	expect(unitInText(unit)).toBe('Vuxenenheten (Socialförvaltningen i Sjövalla)');
});

test('an association that is its own only unit is named once', () => {
	const unit = { name: 'Föreningen Klivet', organisationName: 'Föreningen Klivet' };
	expect(addresseeOf(unit)).toBe('Föreningen Klivet');
	expect(unitInText(unit)).toBe('Föreningen Klivet');
});
