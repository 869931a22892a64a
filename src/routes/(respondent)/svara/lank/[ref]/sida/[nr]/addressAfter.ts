import { resolve } from '$app/paths';

export function addressAfter(reference: string, target: number | 'granska' | 'paus'): string {
	if (target === 'granska') return resolve('/(respondent)/svara/lank/[ref]/granska', { ref: reference });
	if (target === 'paus') return `${resolve('/(respondent)/svara/lank/[ref]', { ref: reference })}?sparat`;
	return resolve('/(respondent)/svara/lank/[ref]/sida/[nr]', { ref: reference, nr: String(target + 1) });
}
