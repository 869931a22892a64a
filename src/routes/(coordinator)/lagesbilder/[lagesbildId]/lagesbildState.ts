type LagesbildState = 'draft' | 'under-review' | 'published';

export const lagesbildStateBadge: Readonly<
	Record<LagesbildState, { readonly text: string; readonly tone: 'neutral' | 'waiting' | 'done' }>
> = {
	draft: { text: 'Utkast', tone: 'neutral' },
	'under-review': { text: 'Väntar på granskning', tone: 'waiting' },
	published: { text: 'Publicerad', tone: 'done' }
};
