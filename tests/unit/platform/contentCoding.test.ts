import { expect, test } from 'vitest';
import { chooseCoding, isWorthCompressing } from '../../../src/lib/server/http/contentCoding.ts';

test.each([
	[undefined, null],
	['', null],
	['identity', null],
	['gzip', 'gzip'],
	['gzip, deflate, br, zstd', 'br'],
	['BR;q=0, gzip;q=0.5', 'gzip'],
	['*', 'br'],
	['*;q=0', null],
	['br;q=0, *', 'gzip']
])('Accept-Encoding %j gives %s', (header, coding) => {
	expect(chooseCoding(header)).toBe(coding);
});

test.each([
	[{ status: 200, contentType: 'text/html; charset=utf-8', contentLength: null, isEncoded: false }, true],
	[{ status: 200, contentType: 'text/html', contentLength: 1023, isEncoded: false }, false],
	[{ status: 200, contentType: 'application/json', contentLength: 5000, isEncoded: false }, true],
	[{ status: 200, contentType: 'application/ld+json', contentLength: 5000, isEncoded: false }, true],
	[{ status: 200, contentType: 'text/css', contentLength: 5000, isEncoded: true }, false],
	[{ status: 206, contentType: 'text/css', contentLength: 5000, isEncoded: false }, false],
	[{ status: 304, contentType: 'text/html', contentLength: null, isEncoded: false }, false],
	[{ status: 200, contentType: 'application/pdf', contentLength: 5000, isEncoded: false }, false],
	[{ status: 200, contentType: 'text/event-stream', contentLength: null, isEncoded: false }, false]
])('%j is worth compressing: %s', (head, worth) => {
	expect(isWorthCompressing(head)).toBe(worth);
});
