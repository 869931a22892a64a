/** An expected outcome: either a value or one of a closed list of refusals. Faults are exceptions, never results. */
export type Result<Value, Refusal extends string> =
	{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

export function accepted<Value>(value: Value): { readonly ok: true; readonly value: Value } {
	return { ok: true, value };
}

export function refused<Refusal extends string>(
	refusal: Refusal
): { readonly ok: false; readonly refusal: Refusal } {
	return { ok: false, refusal };
}
