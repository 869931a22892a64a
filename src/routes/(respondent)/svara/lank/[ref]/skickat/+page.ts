// The script's only errand: what a window may have left unsaved in this browser is erased once the answer is sent.
export const csr = true;
