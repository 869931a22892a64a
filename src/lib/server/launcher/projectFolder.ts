import { fileURLToPath } from 'node:url';

/** The root of the program, with package.json, migrations and build. */
export const projectFolder = fileURLToPath(new URL('../../../../', import.meta.url));
