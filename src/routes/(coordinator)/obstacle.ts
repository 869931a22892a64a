import { mount, unmount } from 'svelte';
import { resolve } from '$app/paths';
import SendingStopped from './SendingStopped.svelte';
import type { Obstacle } from './sendingGuard.ts';

const patience = 10_000;

/** How much a form may send; one that takes files says how much on itself. */
function largestOf(form: HTMLFormElement): number {
	return Number(form.dataset['megabytes'] ?? 4);
}

function isTooLarge(form: HTMLFormElement): boolean {
	const sizes = [...new FormData(form).values()].map((value) =>
		typeof value === 'string' ? encodeURIComponent(value.toWellFormed()).length : value.size
	);
	return sizes.reduce((sum, size) => sum + size, 0) > largestOf(form) * 1_048_576;
}

/** Asks the server whether a form that is sent now would be taken as sent by the person whose page it stands on. */
export async function findObstacle(form: HTMLFormElement, accountId: string): Promise<Obstacle | null> {
	if (isTooLarge(form)) return 'too-large';
	const address = `${resolve('/logga-in/lage')}?som=${accountId}`;
	try {
		const { status } = await fetch(address, { signal: AbortSignal.timeout(patience) });
		if (status === 401) return 'signed-out';
		if (status === 409) return 'another-person';
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
