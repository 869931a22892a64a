// Works without a script too; with it, conditions are met at once and what is typed is saved while it is typed.
export const csr = true;
