import type { WrittenBlock } from '#lib/lagesbild/lagesbild.ts';
import { mapWords } from '#lib/lagesbild/mapWords.ts';
import { quoteFaultsInFields, withQuotedValues } from '#lib/lagesbild/quoted/quotedFigures.ts';
import { writtenBlocks } from '#lib/lagesbild/writtenText.ts';
import { accepted, refused, type Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';
import type { Application } from '../application.ts';
import { withMunicipality } from '../db/connection.ts';
import { findLagesbild } from './lagesbildStore.ts';
import { quotesOf } from './quotesOf.ts';

export interface TextPreview {
	/** Each text as it will stand in the lägesbild. */
	readonly blocks: Readonly<Record<string, readonly WrittenBlock[]>>;
	/** Numbers that cannot be quoted. */
	readonly faults: readonly { readonly field: string; readonly message: string }[];
}

/** Texts as they will be drawn, before they are saved. */
export async function previewTexts(
	application: Application,
	actor: Actor,
	{ lagesbildId, fields }: { readonly lagesbildId: string; readonly fields: Readonly<Record<string, string>> }
): Promise<Result<TextPreview, 'unknown-lagesbild' | 'not-allowed'>> {
	if (actor.role !== 'samordnare') return refused('not-allowed');
	return await withMunicipality(application.database, actor.municipalityId, async (sql) => {
		const stored = await findLagesbild(sql, lagesbildId);
		if (!stored) return refused('unknown-lagesbild');
		const quotes = quotesOf(stored);
		const drawn = Object.entries(fields).map(([field, text]) => [
			field,
			mapWords(writtenBlocks(text), (words) => withQuotedValues(words, quotes))
		]);
		return accepted({
			blocks: Object.fromEntries(drawn) as TextPreview['blocks'],
			faults: quoteFaultsInFields(fields, quotes)
		});
	});
}
