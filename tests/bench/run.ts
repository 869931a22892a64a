/** npm run bench -- NAME */
import { benchAnswering } from './answers.ts';
import { benchDisclosure } from './disclosure.ts';
import { benchFreetext } from './freetext.ts';
import { benchInvitations } from './invitations.ts';
import { benchLagesbild } from './lagesbild.ts';
import { benchPage } from './page.ts';
import { benchRegister } from './register.ts';
import { benchRespond } from './respond.ts';
import { benchStart } from './start.ts';

const benches: Readonly<Record<string, () => Promise<void>>> = {
	answers: benchAnswering,
	disclosure: benchDisclosure,
	freetext: benchFreetext,
	invitations: benchInvitations,
	lagesbild: benchLagesbild,
	page: benchPage,
	register: benchRegister,
	respond: benchRespond,
	start: benchStart
};

const [name = ''] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (!bench) {
	console.log(`Mätningar: ${Object.keys(benches).join(', ')}`);
	process.exit(1);
}
await bench();
