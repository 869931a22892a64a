import { z } from 'zod';
import { roundSteps } from '#lib/rounds/timetable.ts';
import type { Application } from '../application.ts';
import { forgetImports } from '../imports/forgetImports.ts';
import { inviteUnits } from '../invitations/inviteUnits.ts';
import type { Mailer } from '../mail/mailer.ts';
import { sendDueMessages } from '../mail/sendDueMessages.ts';
import { doRoundStep } from '../rounds/doRoundStep.ts';
import { sweep } from './sweep.ts';

export interface JobTasks {
	/**
	 * Every kind of job the program knows, by the name it is stored under. One that throws is done again later, so it must
	 * bear being done twice.
	 */
	readonly tasks: Readonly<Record<string, (payload: unknown) => Promise<void>>>;
	close(): void;
}

const roundStepSchema = z.object({ municipalityId: z.string(), roundId: z.uuid(), step: z.enum(roundSteps) });
const roundSchema = z.object({ municipalityId: z.string(), roundId: z.uuid() });
const ofMunicipality = z.object({ municipalityId: z.string() });

/** One way to the mail server for all jobs of the program: its connections are kept from one job to the next. */
function mailerOnDemand(application: Application) {
	let opened: Promise<Mailer> | null = null;
	const open = async () => {
		const { smtpUrl, mailsPerSecond } = application.config;
		if (!smtpUrl) throw new Error('A message waits to be sent but SMTP_URL is not set');
		// Loaded with the first message: many installations send none for months.
		const { openMailer } = await import('../mail/mailer.ts');
		return openMailer({ smtpUrl, mailsPerSecond });
	};
	return {
		get: () => (opened ??= open()),
		close: () => {
			void opened?.then((mailer) => {
				mailer.close();
			});
		}
	};
}

/** @param signal aborted when the program is about to stop */
export function createJobTasks(application: Application, signal: AbortSignal): JobTasks {
	const mailer = mailerOnDemand(application);
	return {
		tasks: {
			sendMessages: async (payload) => {
				const { municipalityId } = ofMunicipality.parse(payload);
				await sendDueMessages(application, await mailer.get(), { municipalityId, signal });
			},
			inviteUnits: async (payload) => {
				await inviteUnits(application, roundSchema.parse(payload));
			},
			doRoundStep: async (payload) => {
				await doRoundStep(application, roundStepSchema.parse(payload));
			},
			readMailbox: async () => {
				// Loaded where a mailbox is read: most installations have none.
				const { readMailbox } = await import('../mail/bounces/readMailbox.ts');
				await readMailbox(application, signal);
			},
			forgetImports: async (payload) => {
				const { municipalityId } = ofMunicipality.parse(payload);
				await forgetImports(application, municipalityId);
			},
			sweep: async () => {
				await sweep(application);
			}
		},
		close: () => {
			mailer.close();
		}
	};
}
