import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// A group with a leading # never matches in no-restricted-imports (it reads as a comment of gitignore): use regex.
const clientSideImports = {
	patterns: [{ regex: '^(?:#lib/server/|.*/lib/server/)', message: 'Servern nås genom load och actions.' }]
};

// One service reads every file: the settings of the first one to be read hold for all.
const projectService = { allowDefaultProject: ['*.js', 'vitest.config.ts', '.dependency-cruiser.mjs'] };

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', 'node_modules/', 'data/', 'docs/', 'out/']),
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	ts.configs.stylisticTypeChecked,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.node, ...globals.browser },
			parserOptions: {
				projectService,
				// The same for every file: the service loads the whole project again each time this differs from the file before.
				extraFileExtensions: ['.svelte'],
				tsconfigRootDir: import.meta.dirname
			}
		},
		rules: {
			// TypeScript knows what names exist.
			'no-undef': 'off',
			complexity: ['error', 10],
			'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
			'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
			'max-params': ['error', 3],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// Index signatures are read with brackets, as noPropertyAccessFromIndexSignature asks.
			'@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			// Kit's redirect() and error() are thrown by calling them.
			'@typescript-eslint/only-throw-error': [
				'error',
				{ allow: [{ from: 'package', package: '@sveltejs/kit', name: ['Redirect', 'HttpError'] }] }
			],
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{ regex: '^\\$lib(?:/|$)', message: 'Skriv #lib/….ts: det fungerar också i Node utan Vite.' },
						{
							regex: '^(?:#lib|\\.{1,2})/(?:.*/)?(?!\\$types$)[^/.]+$',
							message: 'Skriv filändelsen: Node kräver den.'
						}
					]
				}
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				projectService,
				extraFileExtensions: ['.svelte'],
				parser: ts.parser,
				svelteConfig
			}
		},
		rules: {
			'max-lines': ['error', { max: 200, skipBlankLines: false, skipComments: false }],
			'no-restricted-imports': ['error', clientSideImports]
		}
	},
	{
		files: ['src/lib/*/**/*.ts'],
		ignores: ['src/lib/server/**', 'src/lib/components/**'],
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: 'Tiden ges utifrån, av en Clock.' },
				{ object: 'Math', property: 'random', message: 'Slumpen ges utifrån.' },
				{ object: 'process', property: 'env', message: 'Inställningar läses i server/config.ts.' }
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
					message: 'Tiden ges utifrån, av en Clock.'
				}
			]
		}
	},
	{
		files: ['src/routes/**/*.ts', 'src/lib/server/**/*.ts'],
		ignores: [
			'src/lib/server/launcher/**',
			'src/lib/server/db/cluster.ts',
			'src/lib/server/db/embeddedPostgres.ts'
		],
		rules: {
			'no-restricted-properties': [
				'error',
				{ object: 'process', property: 'env', message: 'Inställningar läses i server/config.ts.' }
			]
		}
	},
	{
		// A test tells a story of any length, and looks inside whatever it must.
		files: ['tests/**'],
		rules: {
			'max-lines-per-function': 'off',
			'@typescript-eslint/no-non-null-assertion': 'off'
		}
	},
	{ files: ['**/*.js', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] }
);
