import { isRecord } from '#lib/instruments/record.ts';
import { knownValue, type Scope } from './scope.ts';

/**
 * Reads the value at a path such as `P7.vuxna.antal` or `A1[0]`; null where nothing stands. What is not answered has the
 * length 0, as in SurveyJS.
 */
export function pathReader(path: string): (scope: Scope) => unknown {
	const [name = '', ...segments] = path.split('.');
	const first = stepOf(name);
	const inner = segments.map(stepOf);
	const nothing = segments.at(-1) === 'length' ? 0 : null;
	return (scope) => {
		let value = itemAt(knownValue(scope, first.name), first);
		for (const step of inner) value = itemAt(valueIn(value, step.name), step);
		return value ?? nothing;
	};
}

interface Step {
	readonly name: string;
	readonly index?: number;
}

function stepOf(segment: string): Step {
	const [, name, index] = /^(.*)\[(-?\d+)\]$/.exec(segment) ?? [];
	return name === undefined ? { name: segment } : { name, index: Number(index) };
}

function itemAt(value: unknown, { index }: Step): unknown {
	if (index === undefined) return value;
	return Array.isArray(value) ? value.at(index) : null;
}

function valueIn(value: unknown, name: string): unknown {
	if (name === 'length' && (Array.isArray(value) || typeof value === 'string')) return value.length;
	return isRecord(value) && Object.hasOwn(value, name) ? value[name] : null;
}
