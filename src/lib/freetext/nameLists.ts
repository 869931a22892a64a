/**
 * Common given names in Sweden, most of them among the hundred most common of women and men or of newborn in SCB's name
 * statistics (scb.se, namnstatistik; since 2024 with Skatteverket). Chosen by hand: names that are ordinary words in the
 * middle of a sentence are left out (Hans, Per, Bo, My, Sten …) unless something beside them says that they are names.
 */
export const givenNames = new Set(
	`Adam Agneta Ahmad Ahmed Albin Alexander Alexandra Alfred Ali Alice Alicia Alma Alva Amanda Amina Amir Anders Andreas
	Anette Anita Anna Annika Ann-Christin Anneli Anton Arvid Astrid August Axel Barbro Beatrice Bengt Berit Birgitta Birgit
	Björn Britt Camilla Carina Carl Carolina Caroline Cecilia Charlotte Christer Christian Christina Christoffer Daniel
	David Dennis Ebba Edith Edvin Eleonora Elias Elin Elina Elisabeth Ella Ellen Ellinor Elsa Elvira Emanuel Emelie Emil
	Emilia Emma Erik Erika Ernst Eva Evelina Fatima Felicia Felix Filip Frank Fredrik Freja Frida Fredrika Gabriel
	Gabriella Gerd Georg Greta Gunilla Gunnar Gunnel Gustaf Gustav Göran Hanna Hannah Harald Hassan Helena Helen Helene
	Henrik Hugo Håkan Ibrahim Ida Ingegerd Ingela Inger Ingmar Ingrid Irene Irina Isabella Isabelle Isak Ismail Jakob
	Jan Jan-Erik Jasmine Jennie Jenny Jens Jesper Jessica Joakim Johan Johanna Johannes John Jonas Jonathan Josef Josefin
	Josefine Julia Jörgen Kajsa Karin Karl Karl-Erik Karolina Katarina Kent Kerstin Khadija Kjell Klara Klas Kristina
	Kristoffer Lars Laura Leif Leila Lena Lennart Liam Lilly Lina Linda Linnéa Linnea Linus Lisa Lisbeth Louise Lovisa
	Lucas Ludvig Lukas Magdalena Magnus Maja Malin Marcus Margareta Margaretha Maria Mariam Marianne Marie Markus Martin
	Maryam Mathias Mats Mattias Matilda Melker Melissa Mia Michael Mikael Milo Mohamed Mohammad Mohammed Moa Mona Monica
	Monika Muhammad Mustafa Märta Nadia Natalia Natalie Nathalie Nils Nina Nora Noah Nour Oksana Olena Oliver Olivia Olga
	Olle Olof Omar Oskar Oscar Otto Patrik Peter Petra Philip Pia Pernilla Per-Olof Rebecka Rickard Rikard Robert Robin
	Roger Roland Rolf Rose-Marie Rune Ruth Samir Samuel Sandra Sara Sarah Sebastian Selma Signe Simon Sixten Sofia Sofie
	Solveig Sonja Stefan Stella Stina Sune Susanne Susanna Svetlana Sven Svante Tatjana Theo Theodor Therese Thomas Thor
	Tilda Tobias Tomas Tommy Torbjörn Tove Tuva Ulf Ulla Ulrika Urban Valter Vera Veronica Veronika Victor Victoria Viktor
	Viktoria Vilgot Vincent Viola Yasmin Yousef Yusuf Yvonne Zahra Zainab Åke Åsa Örjan`.split(/\s+/)
);

/** Given names that are ordinary words too: taken for a name only when a surname or "heter" and its like stands beside them. */
export const ambiguousGivenNames = new Set(
	`Bo Bror Dag Disa Frej Hans Inga Iris Kim Liv Love Maj Max My Per Rosa Saga Siv Sol Sten Stig Tor Tyra Vide Vilja Viking`.split(
		/\s+/
	)
);

/** Common surnames, by the same sources; those in -sson are found by their ending. */
export const surnames = new Set(
	`Abdi Abdullah Ahlström Alm Ali Andersen Arvidsson Axelsson Berg Bergman Bergqvist Bergström Björk Björklund Blom
	Blomqvist Borg Dahl Dahlberg Dahlgren Dahlström Ek Eklund Ekström Engström Falk Forsberg Fransson Friberg Granberg
	Gustavsson Hagström Hallberg Hansen Hassan Hedberg Hedlund Hedström Hellström Holm Holmberg Holmgren Holmqvist
	Holmström Hussein Håkansson Ibrahim Isaksson Jensen Kjellberg Kovalenko Larsen Lind Lindberg Lindblom Lindgren
	Lindholm Lindqvist Lindström Ljung Ljungberg Lund Lundberg Lundgren Lundin Lundqvist Lundström Malm Martinez Mohamed
	Mohammed Molin Moberg Nguyen Norberg Nord Nordin Nordström Norén Nyberg Nygren Nyman Nyström Näslund Olsen Omar Palm
	Popescu Rosén Sandberg Sandström Sjöberg Sjögren Sjöström Skoglund Ståhl Strand Strandberg Strömberg Sundberg Sundin
	Sundqvist Sundström Söderberg Söderström Wallin Westerlund Wiklund Wikström Viklund Åberg Åkerlund Åström Öberg
	Öhman Östlund`.split(/\s+/)
);
