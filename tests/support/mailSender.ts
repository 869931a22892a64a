/** A program of its own that does the jobs of the database that its environment names, until it is stopped or killed. */
import { openApplication } from '../../src/lib/server/application.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import { startJobRunner } from '../../src/lib/server/jobs/runner.ts';

const application = openApplication(readConfig(process.env));
await startJobRunner(application);
process.stdout.write('ready\n');
