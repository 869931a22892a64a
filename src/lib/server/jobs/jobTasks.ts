import type { Application } from '../application.ts';
import { sendMessage, sendingSchema } from '../mail/sendMessage.ts';
import { openTransport } from '../mail/transport.ts';
import type { JobTasks } from './runner.ts';

function transportOf(application: Application): ReturnType<typeof openTransport> {
	const { smtpUrl } = application.config;
	if (!smtpUrl) throw new Error('A message waits to be sent but SMTP_URL is not set');
	return openTransport(smtpUrl);
}

/** Every kind of job the program knows, by the name it is stored under. */
export const jobTasks: JobTasks = {
	sendMessage: async (application, payload) => {
		const transport = transportOf(application);
		try {
			await sendMessage(application, transport, sendingSchema.parse(payload));
		} finally {
			transport.close();
		}
	}
};
