// Tables to read and print: nothing here needs a script, and without one the tables are sent once, not twice.
export const csr = false;
