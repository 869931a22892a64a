// To read and print: nothing here needs a script.
export const csr = false;
