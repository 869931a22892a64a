import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const setupFiles = ['tests/support/failOnConsoleError.ts'];

export default defineConfig({
	test: {
		// Vitest leaves one core free, which on two of them would run files one by one.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		projects: [
			// Components are drawn as the server draws them (svelte/server), so no DOM is needed.
			{
				plugins: [svelte()],
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.ts'],
					setupFiles,
					// A rule tried on hundreds of texts takes longer than five seconds where other work goes on beside it.
					testTimeout: 30_000
				}
			},
			{
				test: {
					name: 'integration',
					include: ['tests/integration/**/*.test.ts'],
					globalSetup: ['tests/support/databaseSetup.ts'],
					setupFiles,
					testTimeout: 30_000,
					hookTimeout: 60_000
				}
			},
			{
				test: {
					name: 'e2e',
					include: ['tests/e2e/**/*.test.ts'],
					globalSetup: ['tests/support/serverSetup.ts'],
					setupFiles,
					testTimeout: 120_000,
					hookTimeout: 120_000,
					// One browser and one server on two cores: files after one another.
					fileParallelism: false
				}
			}
		]
	}
});
