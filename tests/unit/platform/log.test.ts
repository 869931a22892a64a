import { expect, test } from 'vitest';
import { createLog, faultFields, type LogFields } from '../../../src/lib/server/log.ts';

const clock = { now: () => new Date('2026-11-22T08:00:00Z') };

test('a line is one JSON object with the fields of the closed list only', () => {
	const lines: string[] = [];
	const log = createLog(clock, (line) => lines.push(line));
	log.error('request-failed', { errorId: '7F3A', email: 'anna@kommunen.example' } as LogFields);
	expect(lines).toEqual([
		'{"at":"2026-11-22T08:00:00.000Z","level":"error","event":"request-failed","errorId":"7F3A"}\n'
	]);
});

test('of a fault in the database only code, constraint and table are kept', () => {
	const fault = Object.assign(new Error('duplicate key value violates unique constraint'), {
		name: 'PostgresError',
		code: '23505',
		constraint_name: 'staff_account_email_key',
		table_name: 'staff_account',
		detail: 'Key (email)=(anna@kommunen.example) already exists.'
	});
	const { frames, ...fields } = faultFields(fault);
	expect(fields).toEqual({
		errorName: 'PostgresError',
		code: '23505',
		constraint: 'staff_account_email_key',
		table: 'staff_account'
	});
	expect(JSON.stringify(frames)).not.toContain('duplicate key');
});

test('the message of a fault is never kept, not even when it has several lines', () => {
	const fields = faultFields(new Error('Unexpected token\nanna@kommunen.example\n    is not JSON'));
	expect(JSON.stringify(fields)).not.toMatch(/anna|Unexpected|is not JSON/);
	expect(faultFields('anna@kommunen.example')).toEqual({ errorName: 'string' });
});
