/**
 * Text for an `html` element, reduced to headings, paragraphs, lists, emphasis and links. Tags outside the list fall
 * away and their text stays; what could run code is refused, because whoever wrote it meant something that will not happen.
 */
const allowedTags = new Set(['p', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'h3', 'dl', 'dt', 'dd', 'br']);
const renamedTags: Readonly<Record<string, string>> = { b: 'strong', i: 'em', h1: 'h3', h2: 'h3', h4: 'h3' };
const refusedTags = new Set([
	'script',
	'style',
	'iframe',
	'object',
	'embed',
	'form',
	'svg',
	'math',
	'link',
	'meta',
	'base'
]);
const maximumLength = 20_000;

export type SanitizedHtml =
	{ readonly ok: true; readonly html: string } | { readonly ok: false; readonly message: string };

export function sanitizeHtml(source: string): SanitizedHtml {
	if (source.length > maximumLength) return refuse(`Texten är längre än ${String(maximumLength)} tecken`);
	const open: string[] = [];
	const parts: string[] = [];
	// Linear: a tag ends at the first '>' and never contains another '<'.
	for (const [token] of source.matchAll(/<!--[\s\S]*?-->|<[^<>]*>|[^<]+|</g)) {
		const part = sanitizeToken(token, open);
		if (!part.ok) return part;
		parts.push(part.html);
	}
	return { ok: true, html: parts.join('') + closeAll(open) };
}

function sanitizeToken(token: string, open: string[]): SanitizedHtml {
	if (token.startsWith('<!--')) return { ok: true, html: '' };
	const tag = /^<(\/?)([A-Za-z][A-Za-z0-9]*)\b([^<>]*)>$/.exec(token);
	if (!tag) return { ok: true, html: escapeText(token) };
	const [, slash, name = '', attributes = ''] = tag;
	const written = name.toLowerCase();
	const refusal = refusedPart(written, attributes);
	if (refusal) return refuse(refusal);
	const kept = renamedTags[written] ?? written;
	return { ok: true, html: slash ? closeTag(kept, open) : openTag(kept, attributes, open) };
}

function closeAll(open: string[]): string {
	return open
		.splice(0)
		.reverse()
		.map((name) => `</${name}>`)
		.join('');
}

function refuse(message: string): SanitizedHtml {
	return { ok: false, message };
}

function refusedPart(tag: string, attributes: string): string | undefined {
	if (refusedTags.has(tag)) return `Taggen <${tag}> är inte tillåten`;
	if (/\son[a-z]+\s*=/i.test(attributes)) return `Händelseattribut i <${tag}> är inte tillåtna`;
	if (/j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:|data\s*:|vbscript\s*:/i.test(attributes)) {
		return `Adressen i <${tag}> är inte tillåten`;
	}
	return undefined;
}

function openTag(tag: string, attributes: string, open: string[]): string {
	if (!allowedTags.has(tag)) return '';
	if (tag === 'br') return '<br>';
	open.push(tag);
	return tag === 'a' ? openLink(attributes) : `<${tag}>`;
}

function openLink(attributes: string): string {
	const [, quoted, single, bare] = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes) ?? [];
	const address = (quoted ?? single ?? bare ?? '').trim();
	if (!/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(address)) return '<a>';
	return `<a href="${escapeText(address).replaceAll('"', '&quot;')}" rel="noreferrer noopener">`;
}

function closeTag(tag: string, open: string[]): string {
	const index = open.lastIndexOf(tag);
	if (index < 0) return '';
	return closeAll(open.splice(index));
}

function escapeText(text: string): string {
	return text
		.replace(/&(?!(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,6});)/g, '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
}
