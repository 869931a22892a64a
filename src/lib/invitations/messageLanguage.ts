/** The languages that the program writes to a contact in. */
export const messageLanguages = ['sv', 'en'] as const;
export type MessageLanguage = (typeof messageLanguages)[number];
