/** Brå's four control questions, as they are put to the samordnare and printed in the method chapter. */
export const methodQuestions = {
	whyThisProblem: 'Varför valdes det här problemet?',
	sourcesUsed: 'Vilka informationskällor användes och vilka valdes bort?',
	limitsOfSources: 'På vilka sätt kan urvalet av informationskällor begränsa kunskapen om problemet?',
	meaningOfLimits: 'Vilken betydelse kan begränsningar i kunskapen ha haft eller komma att få på arbetet?'
} as const;

export const methodQuestionIds = Object.keys(methodQuestions) as (keyof typeof methodQuestions)[];
