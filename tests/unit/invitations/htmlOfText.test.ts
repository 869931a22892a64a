import { expect, it } from 'vitest';
import { htmlOfText } from '#lib/invitations/htmlOfText.ts';

it('makes paragraphs, and a link of a line that is an address; everything else is text', () => {
	const text = 'Hej Åsa <b>,\n\nEr länk:\nhttps://x.example/svara/a?b=1&c="2"\n\n\nSvara till a@b.se & co\n';
	expect(htmlOfText(text, 'sv')).toBe(`<!doctype html>
<html lang="sv">
<head><meta charset="utf-8"></head>
<body>
<p>Hej Åsa &lt;b&gt;,</p>
<p>Er länk:<br><a href="https://x.example/svara/a?b=1&amp;c=&quot;2&quot;">https://x.example/svara/a?b=1&amp;c=&quot;2&quot;</a></p>
<p>Svara till a@b.se &amp; co</p>
</body>
</html>
`);
});
