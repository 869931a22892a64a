// Spreadsheets take a cell that begins so for a formula, the full-width forms too (OWASP, CSV Injection).
const formulaStart = /^'*[=+\-@\t\r＝＋－＠]/u;

/** The text as a spreadsheet shows it and does not carry it out. `plainCell` takes it back. */
export function harmlessCell(text: string): string {
	return formulaStart.test(text) ? `'${text}` : text;
}

/** What was meant by a cell that `harmlessCell`, or a person in a spreadsheet, has put an apostrophe before. */
export function plainCell(text: string): string {
	return text.startsWith("'") && formulaStart.test(text.slice(1)) ? text.slice(1) : text;
}
