interface Policy {
	createHTML(html: string): unknown;
}

interface PolicyMaker {
	createPolicy(name: string, rules: { createHTML(html: string): string }): Policy;
}

let policy: Policy | undefined;
/** The same text is always the same object: Svelte draws a text anew when it is given another. */
const made = new Map<string, unknown>();

/**
 * The texts of a questionnaire as the browser wants them under Trusted Types. They were sanitised when the questionnaire
 * was compiled; nothing a respondent types comes here.
 */
export function trustedText(html: string): string {
	const { trustedTypes } = globalThis as { trustedTypes?: PolicyMaker };
	if (!trustedTypes) return html;
	policy ??= trustedTypes.createPolicy('lagesbild-questionnaire', { createHTML: (text) => text });
	if (!made.has(html)) made.set(html, policy.createHTML(html));
	// Svelte's type asks for a text; under the policy it takes the browser's own object, which stands for one.
	return made.get(html) as string;
}
