import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import type { Config } from '#lib/server/config.ts';

const program = resolve(import.meta.dirname, 'mailSender.ts');

export interface MailSender {
	readonly processId: number;
	/** As kill -9: nothing is finished, nothing is said. */
	kill(): Promise<void>;
}

function untilReady(child: ChildProcess): Promise<void> {
	return new Promise((ready, fail) => {
		child.stdout?.once('data', () => {
			ready();
		});
		child.once('exit', (code) => {
			fail(new Error(`The sender ended with ${String(code)} before it was ready`));
		});
	});
}

/** Starts a program of its own that sends what the outbox of the database holds. */
export async function startMailSender(
	config: Pick<Config, 'databaseUrl' | 'masterKey' | 'smtpUrl' | 'mailsPerSecond'>
): Promise<MailSender> {
	const child = spawn(process.execPath, [program], {
		env: {
			PATH: process.env['PATH'],
			DATABASE_URL: config.databaseUrl,
			LAGESBILD_KEY: Buffer.from(config.masterKey).toString('hex'),
			SMTP_URL: config.smtpUrl ?? '',
			SMTP_RATE: String(config.mailsPerSecond)
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = new Promise<void>((done) => {
		child.once('close', () => {
			done();
		});
	});
	await untilReady(child);
	return {
		processId: child.pid ?? 0,
		kill: async () => {
			child.kill('SIGKILL');
			await ended;
		}
	};
}
