/** Texts longer than this are refused before a questionnaire's expression is tried: its time may grow with the square of the length. */
export const longestMatched = 1000;
