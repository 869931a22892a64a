import type { FindingKind } from '#lib/freetext/finding.ts';

/** Sentences as respondents write them, with * where the personal data stands. All invented. */
export const labelledFrames: Readonly<Record<FindingKind, readonly string[]>> = {
	personnummer: [
		'Gäller *, se journalen.',
		'Personen (*) har varit aktuell hos oss sedan i våras.',
		'Vi har en flicka född * som behöver skyddat boende',
		'pnr *',
		'Anmälan rör * och lämnades till polisen 2024-05-03.',
		'Samma kvinna, *, har sökt stöd 4 gånger.',
		'Akt nr 12, personnr:*.',
		'* återkommer varje månad och vi vet inte hur vi ska hjälpa.'
	],
	samordningsnummer: [
		'Hon har samordningsnummer *.',
		'Personen är inte folkbokförd, samordningsnr *.',
		'* saknar uppehållstillstånd.',
		'Vi bokförde besöken på * i brist på annat.',
		'Se * i systemet.'
	],
	telefon: [
		'Ring mig på * om ni undrar något.',
		'Annonsen hade numret *.',
		'Han nås på *, helst på kvällen.',
		'Köparen ringde från *.',
		'tel *',
		'Hennes nya nummer är * (hemligt).',
		'Samma telefonnummer, *, återkommer i 7 annonser.',
		'Kontakta jourhavande: *.'
	],
	'e-post': [
		'Mejla * för mer information.',
		'Hon skriver från *.',
		'Kontakt: *',
		'Adressen * användes i annonsen.',
		'Vi fick ett mejl från * i april.',
		'Skicka återkopplingen till *, tack!'
	],
	registreringsnummer: [
		'En bil med regnr * står ofta utanför.',
		'Bilen * har setts vid hotellet.',
		'Samma skåpbil, *, hämtar kvinnorna på fredagar.',
		'Reg.nr *.',
		'Vittnen såg * på parkeringen.',
		'Vi har antecknat * och lämnat det till polisen.'
	],
	adress: [
		'Lägenheten på * används.',
		'Grannarna vid * har ringt flera gånger.',
		'Hon bor på *.',
		'Verksamheten fanns tidigare på *, men har flyttat.',
		'Det rör sig om en lokal, *.',
		'Vi besökte * tillsammans med polisen.',
		'Adress: *.'
	],
	namn: [
		'En kvinna som heter * har sökt oss flera gånger.',
		'I våras hjälpte vi * till ett skyddat boende.',
		'* är den kollega som vet mest om detta.',
		'Det var * som förmedlade kontakten.',
		'Vi talade med * och hennes mamma.',
		'Mannen kallas * och rör sig vid stationen.',
		'Enligt * finns det en lägenhet till.',
		'Anmälan gjordes av kuratorn *.',
		'Både * och hennes syster är utsatta.',
		'Ärendet * är fortfarande öppet.'
	]
};

/** Given the frame's number, which of these stand in it: every third, so that each is used in several sentences. */
export const labelledValues: Readonly<
	Record<Exclude<FindingKind, 'personnummer' | 'samordningsnummer'>, readonly string[]>
> = {
	// Numbers set aside for fiction by PTS (pts.se, telefonnummer för användning i böcker och filmer).
	telefon: [
		'070-174 06 05',
		'0701740611',
		'070 174 06 22',
		'+46 70 174 06 33',
		'0046701740644',
		'08-465 004 10',
		'08-46500421',
		'031-390 06 15',
		'040-628 04 20',
		'0980-31 92 05',
		'070-1740655',
		'+46 (0)70-174 06 66'
	],
	'e-post': [
		'anna.provsson@example.se',
		'info@massage.example',
		'kim_92@post.example.com',
		'l.o.nordh+jobb@kommun.example',
		'sandra(at)brev.example.se',
		'stodet@foreningen.example',
		'X99@mejl.example',
		'åsa.öberg@skola.example'
	],
	registreringsnummer: ['ABC 123', 'MLB 84A', 'XYZ123', 'kgb456', 'TRE 07X', 'WOR-551', 'pbn42h', 'HJZ 900'],
	adress: [
		'Storgatan 5',
		'Norra Kyrkogatan 12 B',
		'Björkvägen 3',
		'S:t Olofs gata 44',
		'Sergels torg 1',
		'Tallstigen 7a',
		'Nygränd 2',
		'Lövbacken 18',
		'Vikingavägen 101',
		'kungsgatan 9',
		'Lilla Esplanaden 6',
		'Provgatan 4, 999 99 Sjövalla',
		'Strandliden 11',
		'Hammarby allé 23',
		'Bruket 4',
		'Kvarteret Lärkan 2'
	],
	namn: [
		'Anna Lindqvist',
		'Mohammed',
		'Fatima Hassan',
		'Erik Johansson',
		'Linda',
		'Olena Kovalenko',
		'Maria',
		'Ali',
		'Per Nilsson',
		'Sofia Bergström',
		'Ingrid Öhman',
		'Jan-Erik Lund',
		'Johannas',
		'Yasmin',
		'Ionela Popescu',
		'Tindra',
		'Wilgot Strandh',
		'Tsegaye Bekele',
		'Vasilica',
		'Kornelia Zetterlöf'
	]
};
