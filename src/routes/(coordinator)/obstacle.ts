import { mount, unmount } from 'svelte';
import { resolve } from '$app/paths';
import SendingStopped from './SendingStopped.svelte';
import type { Obstacle } from './sendingGuard.ts';

const patience = 10_000;

/** Asks the server whether a form that is sent now would be taken. */
export async function findObstacle(): Promise<Obstacle | null> {
	try {
		const { status } = await fetch(resolve('/logga-in/lage'), { signal: AbortSignal.timeout(patience) });
		if (status === 401) return 'signed-out';
		return status === 204 ? null : 'unreachable';
	} catch {
		return 'unreachable';
	}
}

/** Stands before the form's buttons, where the person has just pressed. */
export function showObstacle(
	obstacle: Obstacle,
	form: HTMLFormElement,
	submitter: HTMLElement | null
): () => void {
	const buttons = submitter?.closest('.actions');
	const shown = mount(SendingStopped, {
		target: buttons?.parentElement ?? form,
		...(buttons && { anchor: buttons }),
		props: { obstacle }
	});
	return () => {
		void unmount(shown);
	};
}
