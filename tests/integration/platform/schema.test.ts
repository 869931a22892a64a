import { expect, test } from 'vitest';
import { schemaText } from '../../support/schemaText.ts';
import { openTestDatabase } from '../../support/testDatabase.ts';

test('the schema is the one in tests/schema.sql; after a new migration run: npm run schema', async () => {
	const database = await openTestDatabase();
	const text = await schemaText(database.owner.sql);
	await database.close();
	await expect(text, 'tests/schema.sql is written anew by: npm run schema').toMatchFileSnapshot(
		'../../schema.sql'
	);
});
