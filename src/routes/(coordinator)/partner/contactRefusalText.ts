/** Why a contact, or what a contact does for a unit, was not saved. */
export const contactRefusalText = {
	'not-allowed': 'Bara samordnaren kan ändra registret.',
	'unknown-contact': 'Kontakten finns inte längre, eller är raderad.',
	'unknown-organisation': 'Organisationen finns inte längre.',
	'unknown-unit': 'Enheten finns inte längre.'
} as const;
