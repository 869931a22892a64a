/**
 * Invented free text without personal data, chosen to look like it: case numbers, laws, sums, years, organisations, places,
 * words that are names at other times. One text a line.
 */
export const ordinaryTexts: readonly string[] = `
Vi har haft fler ärenden än i fjol, men det beror mest på att vi frågar oftare.
Under perioden 2024-01-01–2024-12-31 registrerade vi 34 kontakter.
Se beslut KS 2021/0574 och tjänsteskrivelsen 2021-11-26.
Ärendet har diarienummer SON 2021-1286 och är avslutat.
Lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete gäller sedan 1 juli 2023.
OSL 26 kap. 1 § hindrar oss från att lämna ut uppgiften.
Föreningen fick 500 000 kronor i bidrag, varav 120 000 kr till jourverksamheten.
Stödtelefonen 020-39 00 00 är känd av personalen.
Vid akut fara ringer vi 112, annars 114 14.
Polisens nummer 114 14 sitter på väggen i receptionen.
Vi har öppet 08.00–16.30 och jour mellan 18 och 23.
Handlingsplanen 2023–2026 nämner inte sex mot ersättning.
Det finns 3 samtalsrum och 2 mottagningsrum.
Mellan 10 och 15 personer per år, men siffran är osäker.
Personalen har gått Socialstyrelsens webbutbildning, del 1 och 2.
Hans ekonomiska situation var avgörande, enligt socialsekreteraren.
Per år rör det sig om ett tiotal anmälningar.
Bo kvar i bostaden kunde hon inte göra.
Maj var den månad då flest hörde av sig.
Sten kastades mot fönstret till lokalen.
Kvinnojouren Beata och Tjejjouren Ellinor har varit viktiga samarbetspartner.
Diakonistiftelsen Samariterhemmet driver mottagningen på uppdrag av nämnden.
Rädda Barnen och Röda Korset erbjuder stödsamtal.
Länsstyrelsen Östergötland har hållit i utbildningen.
Region Skåne och Malmö stad har en gemensam rutin.
Vi samarbetar med Mikamottagningen i Stockholm.
Arbetet leds av lokalpolisområde Prov tillsammans med kommunen.
Det är svårt att hitta en väg 1 år efter att kontakten har brutits.
På vägen 3 gånger i veckan passerar fältgruppen stationen.
Utredningen hittade ingen egen väg 2 gånger.
Åtgärdsplan 2025 är antagen av kommunstyrelsen.
Delmål 3.2 i Agenda 2030 ligger till grund för arbetet.
Vi följer ISO 27001 och kommunens riktlinje RL 2022:14.
BUP 100 procent belagt, SOL 112 och LSS 123 nämns i riktlinjen.
SFS 2010:659 reglerar tystnadsplikten för hälso- och sjukvården.
SOU 2021:45 föreslår en ny ordning.
Prop. 2022/23:43 gav kommunerna ansvaret.
Fakturan 10023456 avser lokalhyra.
Ärende 202401234 avslutades utan åtgärd.
Rutinen reviderades 20240315 av enhetschefen.
Vi har 12 000 invånare i området och 4 skolor.
Antalet ökade från 12 till 19 på två år, alltså med 58 procent.
Kontakten sker via sociala medier, oftast Snapchat eller Telegram.
Annonser med orden massage och eskort har minskat.
Fler berättar om ersättning i form av boende eller narkotika.
Det saknas en väg in för dem som inte talar svenska.
Samverkan med bostadsbolaget fungerar bra sedan 2022.
Vi behöver tolk i kartläggande samtal, särskilt rumänska och arabiska.
Personalomsättningen gör att kunskapen försvinner.
Vi har en grupp om 6 personer som träffas varannan vecka.
Under sommaren höll vi öppet 4 dagar i veckan.
Skolan har 420 elever och 2 kuratorer.
Elevhälsan frågar sällan rakt ut, det behöver vi öva på.
Kuratorn använder ett frågeformulär med 14 frågor.
Åldersgruppen 15–17 år är den vi når sämst.
Ungefär 30 % av samtalen gäller köp av sexuella tjänster på nätet.
Det vore bra med en lathund om när vi ska göra orosanmälan.
Kommunen saknar skyddat boende med platser för män.
Hotellen i centrum har fått utbildning två gånger.
Vi såg ett samband med mässorna på arenan.
Budgeten är 1 250 000 kronor för 2025.
Konto 4010 används för hyror.
Modellen EVON används tillsammans med polisen.
Uppdrag 2.1 i verksamhetsplanen för 2020–2022 är genomfört.
Vi mäter vecka 12, vecka 36 och vecka 48.
Klockan 22.30 är det få som svarar.
Vi räknar unika individer, inte kontakter; samma person kan ha 5 besök.
Ett avtal med frivilligorganisationen löper till 31 mars 2027.
Storgatan är en plats där fältgruppen ofta rör sig.
Fältgruppen går runt torget och parken varje fredag.
Lägenheter i ytterområden hyrs ut i andra hand.
Vi vill lyfta barnets bästa i alla beslut.
Inga uppgifter kan lämnas på grund av sekretess.
Vet ej, vi för ingen statistik.
Uppgiften bygger på en genomgång av 212 akter.
Siffran avser enheten Vuxen och enheten Barn tillsammans.
Vi har inte haft något ärende, men vi har inte heller frågat.
Länken till utbildningen finns på intranätet.
Våld i nära relationer är ofta ingången till samtalet.
Rosa huset stängde, och därefter minskade besöken.
Liv och hälsa är i fara när skulder drivs in.
Kim är en vanlig förkortning i vårt system och betyder kundinmatning.
Den nya rutinen gäller från den 1 januari 2025 kl. 08.00.
Rum 2145 är bokat till samverkansmötet.
Totalt 3 456 789 kronor fördelades av länsstyrelsen.
Vi har sett 7 annonser på 3 webbplatser.
Enligt tabell 4 på sidan 27 i rapporten 2023:11 ökar nätkontakterna.
Gruppen träffas i hus B, plan 3.
Skolan ligger på plan 2 i samma hus som biblioteket.
Alla svarade att stödet hade hjälpt dem vidare.
Nätverket startade 2016 och omfattar 11 organisationer.
Enkäten gick till 86 medarbetare; 61 svarade.
Siffrorna för 2022, 2023 och 2024 är 14, 19 och 23.
Ett stödboende har 8 platser, varav 2 akutplatser.
Vi önskar återkoppling på det vi lämnar.
Svaren har stämts av med enhetschef och medarbetare.
Den uppsökande verksamheten når mest kvinnor från andra EU-länder.
Det är vanligt med sms från okända nummer, berättar flera.
Målgruppen byter ofta telefon och adress.
Att få ett eget boende är den viktigaste insatsen.
Personnummer skrivs aldrig i våra anteckningar om anonyma besök.
Namn och adress lämnas aldrig ut utan sekretessprövning.
E-post är fel väg för känsliga uppgifter.
Kontakta samordnaren vid frågor.
Den som säljer är ofta själv utsatt.
Vi använder kod 1-5 för typ av kontakt.
Skalan 0-10 används i uppföljningen.
Förhållandet är ungefär 1:4 mellan män och kvinnor.
Insatsen kostar 45-50 tkr per person och månad.
Mötet den 14/3-2025 samlade 24 deltagare.
Ring växeln, så kopplar de vidare.
Region Mitt har en regionkoordinator på halvtid.
Tabellen visar 0123 som okänd kod.
Antal besök: 012, 034 och 056 enligt de tre formulären.
`
	.trim()
	.split('\n');
