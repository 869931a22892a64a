import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** What every page's script stands on. One file of it instead of a dozen small ones: a respondent's line may be slow. */
const common =
	/node_modules\/(?:svelte|@sveltejs|devalue|clsx|esm-env)\/|src\/lib\/components\/(?:Page|Notice|ErrorSummary|Wordmark)/;

export default defineConfig({
	plugins: [sveltekit()],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: { codeSplitting: { groups: [{ name: 'common', test: common, minShareCount: 2 }] } }
				}
			}
		}
	}
});
