import type { JobTasks } from './runner.ts';

/** Every kind of job the program knows, by the name it is stored under. */
export const jobTasks: JobTasks = {};
