import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ setHeaders }) => {
	setHeaders({
		'cache-control': 'no-store',
		// Not 'no-referrer': under that policy browsers send "Origin: null" with a form, which Kit's CSRF check refuses (403).
		// 'same-origin' tells other sites exactly as little.
		'referrer-policy': 'same-origin',
		'x-robots-tag': 'noindex, nofollow, noarchive'
	});
};
