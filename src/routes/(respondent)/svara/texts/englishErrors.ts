import { aroundTexts } from './aroundTexts.ts';
import type { ErrorTexts } from '../errorTexts.ts';

export const englishErrors: ErrorTexts = {
	unknown: {
		title: 'The link is not recognised',
		lead: 'The address does not lead to any survey.',
		because: 'It can be because',
		causes: [
			'a part of the link fell away when it was copied or broken over two lines',
			'the link has been replaced by a newer one – then use the link in the latest letter',
			'a colleague gave you the link and has taken it back – ask the colleague',
			'the link has been typed by hand and one character is wrong.'
		],
		advice:
			'Open the link directly from the letter or e-mail with the invitation. If it still does not work, contact the person in the municipality who is named in the invitation, and you will get a new link. A draft can be opened only with the link that it was written with.'
	},
	signedOut: [
		'Open the link in the invitation again',
		'The browser no longer has your link.',
		'This happens when the browser has been closed, when cookies are turned off, or when the address is opened on another computer. Open the link in the invitation once more, and you go on where you stopped. What has been saved is still there.',
		'We use cookies only to remember your link, and what you choose on these pages, while you answer. They are read by this site only and disappear when the browser is closed.'
	],
	missing: ['The page does not exist', 'Check the address, or open the link in the invitation again.'],
	tooLarge: [
		'The answer was too large',
		'Shorten the text and try again. What was saved before is still there.'
	],
	fault: [
		'Something went wrong',
		'The fault is ours. What you have saved is still there. Wait a while and open the link in the invitation again. If the fault remains, contact the person in the municipality who is named in the invitation.'
	],
	support: aroundTexts.en.support
};
