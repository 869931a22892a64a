import type { IncomingMessage } from 'node:http';
import type { Actor } from '#lib/server/access/actor.ts';
import type { Authentication } from '#lib/server/access/staffAuthentication.ts';
import type { Language } from '#lib/instruments/texts/answerMessages.ts';
import type { OpenedQuestionPage } from './routes/(respondent)/svara/lank/[ref]/sida/[nr]/questionPage.server.ts';
import type { ErrorTexts } from './routes/(respondent)/svara/errorTexts.ts';
import type { Application } from '#lib/server/application.ts';

declare global {
	namespace App {
		interface Locals {
			application: Application;
			authentication: Authentication;
			/** The signed-in person; null for a visitor and a respondent. */
			actor: Actor | null;
			/** Of the page that is drawn; Swedish when nothing else is said. */
			language?: Language;
			/** The page of questions that is asked for, when it has been opened before Kit's own load. */
			questionPage?: OpenedQuestionPage;
			/** A browser goes to the page, and does not only fetch it. */
			isNavigation?: boolean;
		}
		interface Platform {
			/** What the adapter has made Kit's request of. */
			readonly req: IncomingMessage;
		}
		interface PageData {
			/** On a respondent's pages: what an error says, when the page is not in Swedish. */
			errorTexts?: ErrorTexts;
			/** What was on the last page came too late: title and text. */
			notSaved?: readonly [string, string];
		}
		interface Error {
			message: string;
			/** Stands in the log beside the cause. */
			errorId?: string;
		}
	}
}
