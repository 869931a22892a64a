import type { Application } from '../application.ts';
import { sendMessage, sendingSchema } from '../mail/sendMessage.ts';
import type { JobTasks } from './runner.ts';

async function transportOf(application: Application) {
	const { smtpUrl } = application.config;
	if (!smtpUrl) throw new Error('A message waits to be sent but SMTP_URL is not set');
	// Loaded with the first message: many installations send none for months.
	const { openTransport } = await import('../mail/transport.ts');
	return openTransport(smtpUrl);
}

/** Every kind of job the program knows, by the name it is stored under. */
export const jobTasks: JobTasks = {
	sendMessage: async (application, payload) => {
		const transport = await transportOf(application);
		try {
			await sendMessage(application, transport, sendingSchema.parse(payload));
		} finally {
			transport.close();
		}
	}
};
