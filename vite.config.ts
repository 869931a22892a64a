import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** What every page's script stands on. One file of it instead of a dozen small ones: a respondent's line may be slow. */
const common =
	/vite.preload-helper|rolldown.runtime|node_modules\/(?:svelte|@sveltejs|devalue|clsx|esm-env)\/|src\/(?:lib\/(?:components\/(?:Page|Notice|Error(?:Summary|Words)|Wordmark|questions\/breakable)|instruments\/record|shared\/writtenDay)|.*\/unsavedCopy)/;

/** What no page of questions uses of Svelte, so that a new kind of control on a page of the staff costs no respondent a byte. */
const workplace =
	/node_modules\/svelte\/src\/(?:internal\/client\/dom\/(?:elements\/(?:bindings\/(?!select|shared|this)|transitions)|blocks\/(?:await|css-props|slot|svelte-element))|reactivity\/media-query|motion|transition|animate|easing)/;

export default defineConfig({
	plugins: [sveltekit()],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					// A page's own file may hold what its later parts need as well, instead of a file more for that.
					preserveEntrySignatures: 'allow-extension',
					// Svelte does not say so of itself, and then every file would ask for this one, whether it needs it or not.
					treeshake: { moduleSideEffects: [{ test: workplace, sideEffects: false }] },
					output: {
						codeSplitting: {
							// Otherwise what these modules stand on, the runtime itself, would go with them.
							includeDependenciesRecursively: false,
							groups: [
								{ name: 'workplace', test: workplace, priority: 1 },
								{ name: 'common', test: common, minShareCount: 2 }
							]
						}
					}
				}
			}
		}
	}
});
