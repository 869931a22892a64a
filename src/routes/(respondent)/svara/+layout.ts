// Native forms do the whole errand: no script is sent to a respondent's browser at all.
export const csr = false;
