/** The words of the pages of errors, as data: a browser gets those of its page's language only. */
export interface ErrorTexts {
	readonly unknown: {
		readonly title: string;
		readonly lead: string;
		readonly because: string;
		readonly causes: readonly string[];
		readonly advice: string;
	};
	readonly signedOut: readonly [title: string, lead: string, why: string, cookies: string];
	readonly missing: readonly [title: string, lead: string];
	readonly tooLarge: readonly [title: string, lead: string];
	readonly fault: readonly [title: string, text: string];
	/** null: the component's own Swedish. */
	readonly support: { readonly line: string; readonly danger: string } | null;
}

export const swedishErrors: ErrorTexts = {
	unknown: {
		title: 'Länken känns inte igen',
		lead: 'Adressen leder inte till någon enkät.',
		because: 'Det kan bero på att',
		causes: [
			'en del av länken föll bort när den kopierades eller bröts över två rader',
			'länken har ersatts av en nyare – då gäller länken i det senaste brevet',
			'en kollega gav dig länken och har dragit tillbaka den – fråga kollegan',
			'länken är skriven av för hand och ett tecken blev fel.'
		],
		advice:
			'Öppna länken direkt ur brevet eller e-postmeddelandet med inbjudan. Fungerar den ändå inte: kontakta den person i kommunen som står i inbjudan, så får ni en ny länk. Ett utkast kan bara öppnas med den länk som det skrevs med.'
	},
	signedOut: [
		'Öppna länken i inbjudan igen',
		'Webbläsaren har inte kvar er länk.',
		'Det händer när webbläsaren har stängts, när kakor är avstängda eller när adressen öppnas i en annan dator. Öppna länken i inbjudan en gång till, så fortsätter ni där ni slutade. Det som är sparat finns kvar.',
		'Vi använder kakor bara för att minnas er länk, och det ni väljer på de här sidorna, medan ni svarar. De läses bara av den här webbplatsen och försvinner när webbläsaren stängs.'
	],
	missing: ['Sidan finns inte', 'Kontrollera adressen, eller öppna länken i inbjudan igen.'],
	tooLarge: ['Svaret var för stort', 'Korta texten och försök igen. Det som sparats tidigare finns kvar.'],
	fault: [
		'Något gick fel',
		'Felet ligger hos oss. Det ni har sparat finns kvar. Vänta en stund och öppna länken i inbjudan igen. Kvarstår felet: kontakta den person i kommunen som står i inbjudan.'
	],
	support: null
};
