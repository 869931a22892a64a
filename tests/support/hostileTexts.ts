/** Words that people may write, or someone may try, and that no document format may stumble over. */
export const hostileTexts: readonly string[] = [
	'#panic("x") #import "/etc/passwd" $x$ \\ [ ] { } * _ ` < > @ref // /* ~',
	'"; ]) #sys.inputs <w:p> & &amp; ]]> <script>alert(1)</script>',
	'שלום עולם – العربية – ไทย – 漢字 – हिन्दी',
	'👩‍👩‍👧 😀 🇸🇪 🫥 ✊🏽',
	'styr\u0000tecken\u0007 \u001b[31m och \ufeff \u202egnorw\u202c',
	'ensam surrogat \ud83d och privat \ue123 \u{f1234} och \ufffe \uffff',
	'a\u0301\u0301\u0301\u0301 z\u0334\u0335\u0336 ﷽ ﬁ',
	'rad ett\r\nrad två\u2028rad tre\n\n\n',
	'ettvåtre'.repeat(60),
	' ',
	''
];
