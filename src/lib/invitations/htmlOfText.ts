const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

function paragraph(text: string): string {
	const lines = text.split('\n').map((line) => {
		const safe = escaped(line);
		return /^https?:\/\/\S+$/.test(line) ? `<a href="${safe}">${safe}</a>` : safe;
	});
	return `<p>${lines.join('<br>')}</p>`;
}

/**
 * A plain text as simple HTML: paragraphs, and each line that is an address as a link. No picture, no style sheet, nothing
 * that is fetched, so that opening the message tells nobody anything.
 */
export function htmlOfText(text: string, language: string): string {
	const paragraphs = text
		.split(/\n{2,}/)
		.map((each) => each.trim())
		.filter((each) => each !== '');
	const body = paragraphs.map(paragraph).join('\n');
	return `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8"></head>\n<body>\n${body}\n</body>\n</html>\n`;
}
