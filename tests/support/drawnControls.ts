/** A start tag in drawn HTML, with its attributes; an attribute without a value is an empty string. */
export type DrawnControl = Readonly<Record<string, string>> & { readonly tag: string };

/** The form controls of a piece of HTML in their order, without the classes, which are for looks. */
export function drawnControls(html: string, tags = 'input|select|textarea'): DrawnControl[] {
	return [...html.matchAll(new RegExp(`<(${tags})(\\s[^>]*)?>`, 'g'))].map(
		([, tag = '', attributes = '']) => ({
			tag,
			...Object.fromEntries(
				[...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
					.map(([, name = '', value = '']) => [name, value] as const)
					.filter(([name]) => name !== 'class')
			)
		})
	);
}

/** The text of the element with an id; null when there is none. */
export function textOfId(html: string, id: string): string | null {
	const place = html.indexOf(` id="${id}"`);
	if (place === -1) return null;
	const element = html.slice(html.lastIndexOf('<', place));
	const text = /^<(\w+)[^>]*>(.*?)<\/\1>/s.exec(element)?.[2];
	return text === undefined ? null : withoutTags(text);
}

/** The text of the first element of a kind. */
export function textOfTag(html: string, tag: string): string {
	return withoutTags(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 's').exec(html)?.[1] ?? '');
}

/** The texts of the paragraphs of a class, in their order. */
export function textsOfClass(html: string, name: string): string[] {
	return [...html.matchAll(new RegExp(`<p class="${name}[^>]*>(.*?)</p>`, 'gs'))].map(([, text = '']) =>
		withoutTags(text).replaceAll(/\s+/g, ' ')
	);
}

function withoutTags(html: string): string {
	return html.replaceAll(/<[^>]*>/g, '').trim();
}
