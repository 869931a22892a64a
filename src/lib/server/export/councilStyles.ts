import { AlignmentType, LevelFormat, LineRuleType, type ILevelsOptions, type IStylesOptions } from 'docx';

/** Widths in twentieths of a point: A4 with 25 mm at the sides. */
export const pageMargin = 1418;
export const textWidth = 11_906 - 2 * pageMargin;

const ink = '1B2733';
const muted = '4D5B68';
export const accent = '174A6B';
export const tint = 'EEF3F6';
export const ruleColour = 'C6D0D8';

const font = 'Arial';
const headingRun = { font, bold: true, color: accent };

/** Word's own style names, so that the case management system, screen readers and tables of contents know them. */
export const councilStyles: IStylesOptions = {
	default: {
		document: {
			run: {
				font,
				size: 21,
				color: ink,
				language: { value: 'sv-SE', eastAsia: 'sv-SE', bidirectional: 'ar-SA' }
			},
			paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } }
		},
		title: {
			run: { ...headingRun, size: 36 },
			paragraph: {
				spacing: { before: 360, after: 240, line: 264, lineRule: LineRuleType.AUTO },
				keepNext: true
			}
		},
		heading1: {
			run: { ...headingRun, size: 27 },
			paragraph: {
				spacing: { before: 360, after: 100, line: 264, lineRule: LineRuleType.AUTO },
				keepNext: true,
				keepLines: true
			}
		},
		heading2: {
			run: { ...headingRun, size: 23 },
			paragraph: {
				spacing: { before: 260, after: 80, line: 264, lineRule: LineRuleType.AUTO },
				keepNext: true,
				keepLines: true
			}
		},
		heading3: {
			run: { ...headingRun, size: 21, color: ink },
			paragraph: {
				spacing: { before: 200, after: 60, line: 264, lineRule: LineRuleType.AUTO },
				keepNext: true,
				keepLines: true
			}
		},
		heading4: {
			run: { font, bold: true, color: muted, size: 21 },
			paragraph: {
				spacing: { before: 160, after: 40, line: 264, lineRule: LineRuleType.AUTO },
				keepNext: true,
				keepLines: true
			}
		},
		heading5: {
			run: { font, italics: true, color: muted, size: 21 },
			paragraph: {
				spacing: { before: 120, after: 40, line: 264, lineRule: LineRuleType.AUTO },
				keepNext: true,
				keepLines: true
			}
		}
	},
	paragraphStyles: [
		{
			id: 'Caption',
			name: 'caption',
			basedOn: 'Normal',
			next: 'Normal',
			quickFormat: true,
			run: { bold: true, size: 19, color: ink },
			paragraph: {
				spacing: { before: 240, after: 80, line: 252, lineRule: LineRuleType.AUTO },
				keepNext: true,
				keepLines: true
			}
		},
		{
			id: 'Tabelltext',
			name: 'Tabelltext',
			basedOn: 'Normal',
			quickFormat: true,
			run: { size: 18 },
			paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } }
		},
		{
			id: 'Tabellnot',
			name: 'Tabellnot',
			basedOn: 'Normal',
			quickFormat: true,
			run: { size: 16, color: muted },
			paragraph: { spacing: { before: 40, after: 40, line: 240, lineRule: LineRuleType.AUTO } }
		},
		{
			id: 'Deltext',
			name: 'Deltext',
			basedOn: 'Normal',
			next: 'Normal',
			quickFormat: true,
			run: { bold: true },
			paragraph: { spacing: { before: 80, after: 20, line: 288, lineRule: LineRuleType.AUTO } }
		},
		{
			id: 'Uppgift',
			name: 'Uppgift',
			basedOn: 'Normal',
			quickFormat: true,
			paragraph: { spacing: { before: 0, after: 40, line: 264, lineRule: LineRuleType.AUTO } }
		},
		{
			id: 'Header',
			name: 'header',
			basedOn: 'Normal',
			run: { size: 17, color: muted },
			paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } }
		},
		{
			id: 'Quote',
			name: 'Quote',
			basedOn: 'Normal',
			quickFormat: true,
			run: { italics: true, color: muted },
			paragraph: { indent: { left: 400, right: 400 }, spacing: { before: 120, after: 160 } }
		}
	]
};

const listIndent = { left: 425, hanging: 425 };

function level(format: 'decimal' | 'bullet'): ILevelsOptions {
	return {
		level: 0,
		format: format === 'decimal' ? LevelFormat.DECIMAL : LevelFormat.BULLET,
		text: format === 'decimal' ? '%1.' : '•',
		alignment: AlignmentType.LEFT,
		style: { paragraph: { indent: listIndent, spacing: { after: 60 } } }
	};
}

export const councilNumbering = {
	config: [
		{ reference: 'punkter', levels: [level('bullet')] },
		{ reference: 'att-satser', levels: [level('decimal')] }
	]
};
