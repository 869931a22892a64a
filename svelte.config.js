import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/**
 * Kit's announcer of page changes to screen readers hides itself with a style attribute, the only one in the program.
 * Without it the policy can forbid them all; base.css hides the announcer instead.
 */
const announcerWithoutStyle = {
	name: 'announcer-without-style',
	/** @param {{ content: string, filename?: string }} source */
	markup: ({ content, filename = '' }) => {
		if (!filename.endsWith('.svelte-kit/generated/root.svelte')) return;
		return { code: content.replace(/(id="svelte-announcer"[^>]*) style="[^"]*"/, '$1') };
	}
};

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: [announcerWithoutStyle, vitePreprocess()],
	kit: {
		// Pages are compressed by the launcher, which also sees to HTML; static files are compressed once, at build.
		adapter: adapter({ out: 'build', precompress: true }),
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				'img-src': ['self'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
				'base-uri': ['none'],
				'manifest-src': ['self'],
				'require-trusted-types-for': ['script'],
				// Svelte's own, for the templates it was compiled with, and ours for the texts of a questionnaire.
				'trusted-types': ['svelte-trusted-html', 'lagesbild-questionnaire']
			}
		},
		serviceWorker: { register: false },
		// The list of the staff's routes is nothing a respondent should wait for: the server says where an address leads.
		router: { resolution: 'server' },
		output: { bundleStrategy: 'split' }
	}
};
