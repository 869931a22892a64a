import { expect, test, vi } from 'vitest';
import { RepeatedSendings } from '#lib/server/http/repeatedSendings.ts';

function sendingOf(text: string, cookie = 'session=a'): Request {
	const body = `text=${text}`;
	return new Request('http://localhost/uppdrag/ny', {
		method: 'POST',
		body,
		headers: { cookie, 'content-length': String(body.length) }
	});
}

/** Carries out sendings, and says how many it has carried out. */
function counting() {
	let done = 0;
	return () => Promise.resolve(new Response(String((done += 1))));
}

async function answers(
	sendings: RepeatedSendings,
	requests: readonly Request[],
	carryOut = counting()
): Promise<string[]> {
	const given = await Promise.all(requests.map((request) => sendings.answer(request, carryOut)));
	return await Promise.all(given.map((response) => response.text()));
}

test('the same form sent twice at once is carried out once, and both have the answer', async () => {
	expect(await answers(new RepeatedSendings(), [sendingOf('x'), sendingOf('x')])).toEqual(['1', '1']);
});

test('another text, another person and another sending in between are carried out', async () => {
	const sendings = new RepeatedSendings();
	const carryOut = counting();
	expect(await answers(sendings, [sendingOf('x'), sendingOf('x', 'session=b')], carryOut)).toEqual([
		'1',
		'2'
	]);
	expect(await answers(sendings, [sendingOf('y')], carryOut)).toEqual(['3']);
	expect(await answers(sendings, [sendingOf('x')], carryOut)).toEqual(['4']);
});

test('the same form is carried out anew once a page has been asked for since its answer', async () => {
	const sendings = new RepeatedSendings();
	const carryOut = counting();
	const page = new Request('http://localhost/uppdrag', { headers: { cookie: 'session=a' } });
	const first = answers(sendings, [sendingOf('x')], carryOut);
	sendings.pageIsAsked(page);
	expect(await answers(sendings, [sendingOf('x')], carryOut)).toEqual(await first);
	sendings.pageIsAsked(page);
	expect(await answers(sendings, [sendingOf('x')], carryOut)).toEqual(['2']);
});

test('a while later the same form is carried out anew', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout'] });
	const sendings = new RepeatedSendings();
	const carryOut = counting();
	expect(await answers(sendings, [sendingOf('x')], carryOut)).toEqual(['1']);
	vi.advanceTimersByTime(299);
	expect(await answers(sendings, [sendingOf('x')], carryOut)).toEqual(['1']);
	vi.advanceTimersByTime(1);
	expect(await answers(sendings, [sendingOf('x')], carryOut)).toEqual(['2']);
	vi.useRealTimers();
});

test('a sending that failed is carried out anew', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout'] });
	const sendings = new RepeatedSendings();
	const failing = () => Promise.reject(new Error('away'));
	await expect(sendings.answer(sendingOf('x'), failing)).rejects.toThrow('away');
	expect(await answers(sendings, [sendingOf('x')])).toEqual(['1']);
	vi.useRealTimers();
});
