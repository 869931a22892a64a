import { expect, test } from 'vitest';
import { statisticsText } from '#lib/server/spreadsheets/fileText.ts';
import { pxFile } from '../../support/publicStatistics/jsonStat.ts';

const text = 'MATRIX="BR01";\nTITLE="Påhittade tal för Ängsjö, ÅÄÖ é";\n';

/** Å, Ä, Ö, å, ä, ö and é as DOS wrote them in Sweden. */
const inDos: Readonly<Record<string, number>> = {
	Å: 0x8f,
	Ä: 0x8e,
	Ö: 0x99,
	å: 0x86,
	ä: 0x84,
	ö: 0x94,
	é: 0x82
};

const dosBytes = (written: string) =>
	Uint8Array.from(written, (letter) => inDos[letter] ?? letter.charCodeAt(0));

test.each([
	['without CHARSET in the letters of DOS', dosBytes(text)],
	['that names the code page 850', dosBytes(`CODEPAGE="850";\n${text}`)],
	['with CHARSET in those of Windows', Buffer.from(`CHARSET="ANSI";\n${text}`, 'latin1')],
	['that names another code page', Buffer.from(`CODEPAGE="iso-8859-15";\n${text}`, 'latin1')],
	['in UTF-8, whatever it says', Buffer.from(text, 'utf8')]
])('a PX file %s is read in its own letters', (_, bytes) => {
	expect(statisticsText(bytes)).toContain('Påhittade tal för Ängsjö, ÅÄÖ é');
});

test('what is no PX file is never taken for DOS', () => {
	expect(statisticsText(Buffer.from('Kommun;Värde\nÄngsjö;3', 'latin1'))).toBe('Kommun;Värde\nÄngsjö;3');
	expect(statisticsText(Buffer.from(pxFile, 'latin1'))).toBe(pxFile);
});
