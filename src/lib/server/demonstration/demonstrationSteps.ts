import type { Result } from '#lib/shared/result.ts';
import type { Actor } from '../access/actor.ts';

export interface Staff {
	readonly samordnare: Actor;
	readonly granskare: Actor;
}

/** The value of a step that must succeed. @throws with the refusal: the demonstration's steps are never refused. */
export function done<Value>(result: Result<Value, string>, step: string): Value {
	if (!result.ok) throw new Error(`Demonstration, ${step}: ${result.refusal}`);
	return result.value;
}
