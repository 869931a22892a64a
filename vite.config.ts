import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** What every page's script stands on. One file of it instead of a dozen small ones: a respondent's line may be slow. */
const common =
	/vite.preload-helper|node_modules\/(?:svelte|@sveltejs|devalue|clsx|esm-env)\/|src\/(?:lib\/(?:components\/(?:Page|Notice|ErrorSummary|Wordmark)|instruments\/record|shared\/writtenDay)|.*\/unsavedCopy)/;

export default defineConfig({
	plugins: [sveltekit()],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					// A page's own file may hold what its later parts need as well, instead of a file more for that.
					preserveEntrySignatures: 'allow-extension',
					output: { codeSplitting: { groups: [{ name: 'common', test: common, minShareCount: 2 }] } }
				}
			}
		}
	}
});
