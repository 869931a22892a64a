/** In Swedish: zeros are no longer always shown. */
export const hideZerosWords = 'Låt även nollor döljas';
