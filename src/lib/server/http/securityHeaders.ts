/** What every page says to the browser; the content security policy is Kit's (svelte.config.js), referrers have a file. */
export function securityHeaders(origin: string | null): Readonly<Record<string, string>> {
	return {
		'x-content-type-options': 'nosniff',
		'permissions-policy':
			'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		...(origin?.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' })
	};
}
