import { mount, unmount } from 'svelte';
import { resolve } from '$app/paths';
import SendingStopped from './SendingStopped.svelte';
import type { Obstacle } from './sendingGuard.ts';

const patience = 10_000;

/** How much a form may send; one that takes files says how much on itself. */
function largestOf(form: HTMLFormElement): number {
	return Number(form.dataset['megabytes'] ?? 1);
}

function isTooLarge(form: HTMLFormElement): boolean {
	const sizes = [...new FormData(form).values()].map((value) =>
		typeof value === 'string' ? encodeURIComponent(value.toWellFormed()).length : value.size
	);
	return sizes.reduce((sum, size) => sum + size, 0) > largestOf(form) * 1_048_576;
}

/** Asks the server whether a form that is sent now would be taken. */
export async function findObstacle(form: HTMLFormElement): Promise<Obstacle | null> {
	if (isTooLarge(form)) return 'too-large';
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
		props: { obstacle, megabytes: largestOf(form) }
	});
	return () => {
		void unmount(shown);
	};
}
