import { refused, type Result } from '#lib/shared/result.ts';
import { readJsonStat } from './readJsonStat.ts';
import { readPx } from './readPx.ts';
import { readPxWebJson } from './readPxWebJson.ts';
import type { CubeRefusal, StatisticalCube } from './statisticalCube.ts';

function parsed(text: string): { readonly answer: unknown } | null {
	try {
		return { answer: JSON.parse(text) as unknown };
	} catch {
		// Whatever the parser finds wrong, the file is no JSON; what it says is of no use to who sent it.
		return null;
	}
}

function withTime(read: Result<StatisticalCube, CubeRefusal>): Result<StatisticalCube, CubeRefusal> {
	if (!read.ok) return read;
	return read.value.dimensions.some(({ role }) => role === 'time') ? read : refused('no-time');
}

/** Reads a file of statistics by what it is: JSON-stat, PxWeb's JSON or PX. `not-this-format` for anything else. */
export function readStatisticsText(written: string): Result<StatisticalCube, CubeRefusal> {
	const text = written.replace(/^\ufeff/, '');
	if (!/^\s*[{[]/.test(text)) return withTime(readPx(text));
	const json = parsed(text);
	if (!json) return refused('broken');
	const dataset = readJsonStat(json.answer);
	const isOther = !dataset.ok && dataset.refusal === 'not-this-format';
	return withTime(isOther ? readPxWebJson(json.answer) : dataset);
}
