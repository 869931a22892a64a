import { Serializer } from 'survey-core';
import 'survey-core/i18n/swedish';

const perItem = [
	{ name: 'itemCode', type: 'string' },
	{ name: 'itemVersion', type: 'number' },
	{ name: 'itemKind', type: 'string', choices: ['count', 'countCells'] },
	{
		name: 'unit',
		type: 'string',
		choices: ['person', 'brott', 'insats', 'annons', 'anmalan', 'kontakt', 'medarbetare']
	},
	{ name: 'flags', type: 'value' },
	{ name: 'partOf', type: 'string' }
];

const perSurvey = [
	{ name: 'sector', type: 'string' },
	{ name: 'instrumentCode', type: 'string' },
	{ name: 'instrumentVersion', type: 'number' },
	{ name: 'lawChanges', type: 'value' }
];

/** Makes our own properties known to survey-core, so that its tools read, keep and lint them. Safe to call again. */
export function registerProperties(): void {
	for (const owner of ['question', 'panel']) {
		for (const property of perItem) addOnce(owner, property);
	}
	for (const property of perSurvey) addOnce('survey', property);
}

function addOnce(owner: string, property: { readonly name: string; readonly type: string }): void {
	const known: readonly { readonly name: string }[] = Serializer.getProperties(owner);
	if (!known.some(({ name }) => name === property.name)) Serializer.addProperty(owner, { ...property });
}
