import { beforeEach } from 'vitest';

// A warning of Svelte's or a fault that somebody swallowed shows itself only on console.error.
beforeEach(() => {
	console.error = (...parts: unknown[]) => {
		throw new Error(`console.error in a test: ${parts.map(String).join(' ')}`);
	};
});
