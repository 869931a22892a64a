// Who may import whom: one rule for each line of the architecture's table, with its reason.
// tests/unit/architecture/dependencyRules.test.ts breaks each of them once.

const domain = '^src/lib/(?!shared/|components/|server/)[^/]+/';
const serverSide = String.raw`^src/(?:hooks\.server\.ts|cli\.ts|lib/server/|routes/.*(?:\.server\.ts|/\+server\.ts)$)`;
const verifier = '^src/lib/disclosure/verify/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		{
			name: 'shared-stands-alone',
			comment:
				'lib/shared holds words that everything may use; it knows nothing of ours and no library but zod.',
			severity: 'error',
			from: { path: '^src/lib/shared/' },
			to: { pathNot: ['^src/lib/shared/', '(?:^|/)node_modules/zod/', '^zod$'] }
		},
		{
			name: 'domain-knows-no-outer-room',
			comment: 'The rules of the field are the same whatever stores, shows or serves them.',
			severity: 'error',
			from: { path: domain },
			to: { path: '^src/(?:lib/(?:server|components)/|routes/|hooks|cli)' }
		},
		{
			name: 'domain-is-pure',
			comment:
				'No world in the domain: nothing of Svelte, of Kit or of the database. It runs in the browser too.',
			severity: 'error',
			from: { path: domain },
			to: {
				path: [
					String.raw`^\$(?:app|env)/`,
					'node_modules/(?:svelte|@sveltejs|postgres|graphile-worker|better-auth|nodemailer)/'
				]
			}
		},
		{
			name: 'domain-uses-no-core-module',
			comment: 'As domain-is-pure, for the modules of Node.',
			severity: 'error',
			from: { path: domain },
			to: { dependencyTypes: ['core'] }
		},
		{
			name: 'domain-uses-agreed-packages-only',
			comment:
				'zod everywhere; survey-core reads questionnaires; marked reads what the samordnare writes, and diff says how it has changed; highs solves the linear programs of disclosure control; of chart.js only the types, but for the one file that page and documents draw through.',
			severity: 'error',
			from: { path: domain, pathNot: '^src/lib/lagesbild/registeredChart[.]ts$' },
			to: {
				path: 'node_modules/',
				pathNot: 'node_modules/(?:zod/|survey-core/|marked/|diff/|highs/|chart[.]js/dist/types)'
			}
		},
		{
			name: 'only-instruments-read-surveyjs',
			comment: 'A questionnaire is compiled once into an Instrument; nobody else meets the SurveyJS model.',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/lib/instruments/' },
			to: { path: 'node_modules/survey-core/' }
		},
		{
			name: 'questionnaire-knows-no-answers',
			comment:
				'What a questionnaire is, and how it is compiled, is understood without what is answered and how it is shown.',
			severity: 'error',
			from: {
				path: '^src/lib/instruments/(?:(?:texts|fields|expressions|patterns|compile|comparability)/|[^/]+$)'
			},
			to: { path: '^src/lib/instruments/(?:answers|pages)/' }
		},
		{
			name: 'answers-know-no-page',
			comment: 'Answers are checked and packed alike, whatever page or file they come from.',
			severity: 'error',
			from: { path: '^src/lib/instruments/answers/' },
			to: { path: '^src/lib/instruments/pages/' }
		},
		{
			name: 'disclosure-knows-tables-only',
			comment: 'Röjandekontroll is judged by reading lib/disclosure alone: tables, and nothing of surveys.',
			severity: 'error',
			from: { path: '^src/lib/disclosure/' },
			to: { path: '^src/lib/(?:instruments|rounds|invitations|responses|lagesbild)/' }
		},
		{
			name: 'only-disclosure-releases',
			comment:
				'The mark of a released table is given by disclosure control, and by nothing else in the program.',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/lib/disclosure/' },
			to: { path: '^src/lib/disclosure/tables/sealTable' }
		},
		{
			name: 'verifier-shares-nothing',
			comment:
				'What judges a release may not inherit a fault of the search that made it: types in common, no code.',
			severity: 'error',
			from: { path: verifier },
			to: {
				path: '^src/lib/',
				pathNot: verifier,
				dependencyTypesNot: ['type-only']
			}
		},
		{
			name: 'lagesbild-sees-no-raw-table',
			comment:
				'The report is built from released tables, and from what statistics/released computes of them; raw ones stop at disclosure control.',
			severity: 'error',
			from: { path: '^src/lib/lagesbild/' },
			to: {
				path: '^src/lib/(?:statistics/(?!released/)|responses|disclosure/(?!tables/(?:releasedTable|arrangeTable)|protection))'
			}
		},
		{
			name: 'released-statistics-see-no-raw-table',
			comment:
				'What is computed after disclosure control knows released cells only, so that it can tell nothing that they do not.',
			severity: 'error',
			from: { path: '^src/lib/statistics/released/' },
			to: {
				path: '^src/lib/(?:statistics/(?!released/)|disclosure/(?!tables/releasedTable|solver/linearSolver)|responses|instruments)'
			}
		},
		{
			name: 'components-take-plain-data',
			comment: 'Props in, events out: a component fetches nothing and knows no route.',
			severity: 'error',
			from: { path: '^src/lib/components/' },
			to: { path: '^src/(?:lib/server/|routes/)' }
		},
		{
			name: 'server-knows-no-page',
			comment: 'Use cases are called by pages, by jobs and by the command line alike.',
			severity: 'error',
			from: { path: '^src/lib/server/' },
			to: { path: '^src/(?:routes/|lib/components/|hooks|cli)' }
		},
		{
			name: 'postgres-in-db-only',
			comment: 'One place decides role, types and row-level security of a connection.',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/lib/server/db/' },
			to: { path: 'node_modules/(?:postgres|pg)/' }
		},
		{
			name: 'queue-in-jobs-only',
			comment: 'Everyone else adds a job through jobs/jobStore.ts, in the transaction of the change.',
			severity: 'error',
			from: { path: '^src/', pathNot: '^src/lib/server/(?:jobs|db)/' },
			to: { path: 'node_modules/graphile-worker/' }
		},
		{
			name: 'browser-code-knows-no-server',
			comment: 'A page and its load run in the browser too; the server is reached through +page.server.ts.',
			severity: 'error',
			from: { path: '^src/(?:routes|lib/components)/', pathNot: serverSide },
			to: { path: '^src/lib/server/' }
		},
		{
			name: 'routes-use-use-cases',
			comment: 'A route reads, guards, calls one use case and shapes the answer; SQL stands in stores.',
			severity: 'error',
			from: { path: '^src/routes/' },
			to: { path: String.raw`^src/lib/server/(?:db/|launcher/|processes/|.*Store\.ts$)` }
		},
		{
			name: 'answers-leave-as-a-report',
			comment:
				'Raw answers are read where they are given and where the report is made, nowhere else. A round learns only whether a unit has answered, and ends the answering.',
			severity: 'error',
			from: {
				path: '^src/',
				pathNot: [
					String.raw`^src/routes/\(respondent\)/`,
					'^src/lib/server/(?:responses|lagesbild|demonstration)/'
				]
			},
			to: {
				path: '^src/lib/server/responses/',
				pathNot: String.raw`^src/lib/server/responses/(?:listAnsweredUnits|endAnswering)\.ts$`
			}
		},
		{
			name: 'launcher-is-for-the-command-line',
			comment: 'Starting and stopping is not the business of a page or a use case.',
			severity: 'error',
			from: { path: '^src/', pathNot: String.raw`^src/(?:cli\.ts$|lib/server/launcher/)` },
			to: { path: '^src/lib/server/launcher/' }
		},
		{
			name: 'no-cycles',
			comment: 'Two modules that need each other are one module, or lack a third.',
			severity: 'error',
			from: {},
			to: { circular: true }
		},
		{
			name: 'no-development-package-in-program',
			comment: 'The production image is installed without devDependencies.',
			severity: 'error',
			from: { path: serverSide },
			to: {
				dependencyTypes: ['npm-dev'],
				dependencyTypesNot: ['npm', 'type-only'],
				pathNot: 'node_modules/@types/'
			}
		},
		{
			name: 'program-knows-no-test',
			comment: 'What is shipped does not lean on tests.',
			severity: 'error',
			from: { path: '^src/' },
			to: { path: '^tests/' }
		},
		{
			name: 'everything-is-found',
			comment:
				'An import that leads nowhere fails only when that line is reached. $app and ./$types are made by Kit.',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: String.raw`^\$app/|^\$env/|/\$types(?:\.js)?$` }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: String.raw`^(?:build|\.svelte-kit)/` },
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		skipAnalysisNotInRules: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
			mainFields: ['module', 'main', 'types']
		}
	}
};
