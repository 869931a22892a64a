import { closeApplication, openApplication } from '../application.ts';
import { readConfig } from '../config.ts';
import { loadDemonstration } from '../demonstration/loadDemonstration.ts';
import { faultFields } from '../log.ts';

// A process of its own (prepareDemonstration.ts). Without the program that began it, it has nothing to finish.
process.once('disconnect', () => process.exit(1));

const application = openApplication(readConfig(process.env));
try {
	await loadDemonstration(application);
	await closeApplication(application);
	process.exit(0);
} catch (fault) {
	application.log.error('demonstration-failed', faultFields(fault));
	process.exit(1);
}
