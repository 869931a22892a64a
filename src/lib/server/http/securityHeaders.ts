/**
 * What every page says to the browser; the content security policy is Kit's (svelte.config.js).
 * The referrer policy is same-origin, not no-referrer: under no-referrer a browser sends `Origin: null` with a form
 * (Fetch standard, "append a request Origin header"), and Kit then refuses it. To other sites nothing is sent either way.
 */
export function securityHeaders(origin: string | null): Readonly<Record<string, string>> {
	return {
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		'permissions-policy':
			'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		...(origin?.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' })
	};
}
