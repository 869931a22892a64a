interface ChartColours {
	readonly text: string;
	readonly muted: string;
	readonly grid: string;
	readonly surface: string;
	/** `fill` and `ink` belong together: the ink is readable on the fill. */
	readonly palette: readonly { readonly fill: string; readonly ink: string }[];
}

interface ChartLettering {
	readonly fontFamily: string;
	readonly fontSize: number;
	/** Mean width of a letter, in CSS pixels: how long a name may be on a line. */
	readonly letterWidth: number;
}

export type ChartTheme = ChartColours & ChartLettering;

// Neighbours differ in lightness as well as hue, so the series stay apart in grey print and for colour-blind readers.
const lightColours: ChartColours = {
	text: '#1b2733',
	muted: '#4d5b68',
	grid: '#dfe4e8',
	surface: '#ffffff',
	palette: [
		{ fill: '#174a6b', ink: '#ffffff' },
		{ fill: '#e0a83a', ink: '#1b2733' },
		{ fill: '#45776f', ink: '#ffffff' },
		{ fill: '#cfdbe4', ink: '#1b2733' },
		{ fill: '#8f3d56', ink: '#ffffff' },
		{ fill: '#a9c78f', ink: '#1b2733' }
	]
};

const darkColours: ChartColours = {
	text: '#e8edf1',
	muted: '#b4c0ca',
	grid: '#3a4651',
	// The page's own dark ground (design/tokens.css).
	surface: '#11171c',
	palette: [
		{ fill: '#7db8dd', ink: '#10161b' },
		{ fill: '#b87a12', ink: '#10161b' },
		{ fill: '#b9ded6', ink: '#10161b' },
		{ fill: '#5d7386', ink: '#ffffff' },
		{ fill: '#e39ab0', ink: '#10161b' },
		{ fill: '#6f9150', ink: '#10161b' }
	]
};

const screenLettering: ChartLettering = {
	fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
	fontSize: 14,
	// The widest of the system fonts above; in the others the lines are a little shorter than they could be.
	letterWidth: 7.4
};

export const lightTheme: ChartTheme = { ...lightColours, ...screenLettering };

export const darkTheme: ChartTheme = { ...darkColours, ...screenLettering };

/** For documents: the type of the report, at the size it has on the printed page. */
export const printTheme: ChartTheme = {
	...lightColours,
	fontFamily: '"Source Sans 3", "DejaVu Sans"',
	fontSize: 14,
	letterWidth: 6.5
};

export function seriesColour(
	theme: ChartTheme,
	index: number
): { readonly fill: string; readonly ink: string } {
	const colour = theme.palette[index % theme.palette.length];
	if (!colour) throw new RangeError('A chart theme needs at least one colour');
	return colour;
}
