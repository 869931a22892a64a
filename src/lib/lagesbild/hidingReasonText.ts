import type { PlaceReason } from '#lib/disclosure/protection.ts';

/** Why a number is hidden, for those who judge a draft: in a word or two beside it, and in a clause. */
export const hidingReasonText: Readonly<
	Record<PlaceReason, { readonly short: string; readonly clause: string }>
> = {
	threshold: { short: 'litet antal', clause: 'färre personer än gränsen' },
	'opinion-base': { short: 'få svar', clause: 'för få svar eller organisationer bakom en bedömning' },
	withheld: { short: 'rör få personer', clause: 'enheters svar som säger något om få personer' },
	contributors: {
		short: 'få organisationer',
		clause: 'för få organisationer bakom talet, eller en som väger för tungt'
	},
	complementary: { short: 'skyddar annat', clause: 'hade avslöjat ett annat dolt tal' },
	'hidden-before': { short: 'dolt tidigare', clause: 'doldes i en tidigare lägesbild' },
	'share-base': { short: 'andel av få', clause: 'andel av ett för litet tal' }
};
