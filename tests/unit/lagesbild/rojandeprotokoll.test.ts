import { describe, expect, it } from 'vitest';
import { rojandeprotokoll, type ProtocolInput } from '#lib/lagesbild/rojandeprotokoll.ts';
import { renderProtocolPdf } from '#lib/server/export/renderProtocolPdf.ts';
import { calendarDate } from '#lib/shared/calendarDate.ts';
import { pdfReadableCharacters, pdfStrings } from '../../support/documentText.ts';
import { hostileTexts } from '../../support/hostileTexts.ts';

function input(changes: Partial<ProtocolInput> = {}): ProtocolInput {
	return {
		municipality: 'Provby',
		series: 'Sex mot ersättning',
		round: '2026',
		period: { from: calendarDate('2025-01-01'), to: calendarDate('2025-12-31') },
		version: 2,
		compiled: { moment: '16 januari 2026 kl. 10:00', by: 'Prov Provsson', seconds: 3 },
		versions: [
			{ version: 1, publishedOn: null },
			{ version: 2, publishedOn: calendarDate('2026-02-01') }
		],
		approval: {
			writtenBy: 'Prov Provsson',
			approvedBy: 'Gun Granskare',
			publishedOn: calendarDate('2026-02-01'),
			fingerprint: 'ab12'
		},
		date: calendarDate('2026-02-01'),
		protocol: {
			policy: {
				threshold: 5,
				minimumAnswers: 5,
				minimumOrganisations: 3,
				minimumShareBase: 10,
				zeros: 'open',
				level: 'threshold',
				opinionCoalition: 1
			},
			cells: 1200,
			hiddenByReason: { threshold: 30, 'opinion-base': 6, withheld: 9, complementary: 4, 'hidden-before': 0 },
			certified: 55,
			verified: true
		},
		wishes: [
			{
				table: 't',
				row: 'r',
				column: 'c',
				wish: 'must-show',
				label: 'Skolan: elever, Summa',
				shown: 0,
				hidden: 1
			}
		],
		quotations: [{ outcome: 'theme-hidden' }, { outcome: 'shown' }, { outcome: 'shown' }],
		design: ['Slå ihop ”18–24 år” och ”25–39 år”'],
		changes: [
			{
				from: { threshold: 5, keepsOrganisations: false },
				to: { threshold: 7, keepsOrganisations: false },
				isLowering: false,
				reason: '',
				proposer: 'Prov Provsson',
				decider: 'Prov Provsson',
				decidedOn: calendarDate('2026-01-10')
			},
			{
				from: { threshold: 7, keepsOrganisations: false },
				to: { threshold: 5, keepsOrganisations: false },
				isLowering: true,
				reason: 'Höjdes av misstag.',
				proposer: 'Prov Provsson',
				decider: 'Gun Granskare',
				decidedOn: calendarDate('2026-01-12')
			}
		],
		waivers: 0,
		...changes
	};
}

function sectionText(title: string, changes: Partial<ProtocolInput> = {}): string {
	return JSON.stringify(
		rojandeprotokoll(input(changes)).sections.find((section) => section.title === title)?.blocks
	);
}

describe('the protocol of disclosure control', () => {
	it('tells rules, threshold, the reader’s knowledge, outcome, proofs, wishes and versions', () => {
		expect(rojandeprotokoll(input()).sections.map(({ title }) => title)).toEqual([
			'Vad protokollet gäller',
			'Regler',
			'Ändringar av gränsen',
			'Vad läsaren antas veta',
			'Utfall',
			'Bevis',
			'Ändringar i tabellplanen',
			'Samordnarens markeringar',
			'Citat ur fritext',
			'Versioner'
		]);
		expect(sectionText('Regler')).toContain('Visas från 5 personer.');
	});

	it('tells of organisations’ own numbers where they are kept: the rule without its per cent, and the medgivanden', () => {
		const { protocol } = input();
		const policy = { ...protocol.policy, contributors: { minimumOrganisations: 3, pPercent: 17 } };
		const kept = { protocol: { ...protocol, policy }, waivers: 2 };
		expect(sectionText('Regler', kept)).toContain('när minst 3 organisationer ligger bakom');
		expect(sectionText('Medgivanden', kept)).toContain('2 medgivanden från organisationer gällde');
		expect(JSON.stringify(rojandeprotokoll(input(kept)))).not.toContain('17');
	});

	it('counts the hidden numbers by reason, and what is shown', () => {
		const outcome = rojandeprotokoll(input()).sections.find(({ title }) => title === 'Utfall')?.blocks[0];
		expect(outcome?.kind === 'table' && outcome.rows).toEqual([
			['Visas inte: färre personer än gränsen', '30'],
			['Visas inte: för få svar eller organisationer bakom en bedömning', '6'],
			['Visas inte: enheters svar som säger något om få personer', '9'],
			['Visas inte: hade avslöjat ett annat dolt tal', '4'],
			['Visas inte: doldes i en tidigare lägesbild', '0'],
			['Visas', '1\u00a0151'],
			['Alla prövade uppgifter', '1\u00a0200']
		]);
	});

	it('tells of the attack on the tables', () => {
		const { protocol } = input();
		expect(sectionText('Bevis')).not.toContain('angripna');
		const attacked = { ...protocol, attack: { numbers: 360 } };
		expect(sectionText('Bevis', { protocol: attacked })).toContain('Läsaren prövade 360 uppgifter');
	});

	it('tells how many quotations stand in the version, and why others do not, without their words', () => {
		const text = sectionText('Citat ur fritext');
		expect(text).toContain('2 står i lägesbilden');
		expect(text).toContain('1 är utelämnade: antalet texter med temat visas inte');
		expect(sectionText('Citat ur fritext', { quotations: [] })).toContain('Inget citat är godkänt.');
	});

	it('names who lowered the threshold, who let it through and why', () => {
		const text = sectionText('Ändringar av gränsen');
		expect(text).toContain('Föreslagen av Prov Provsson, godkänd av Gun Granskare, 12 januari 2026');
		expect(text).toContain('Höjdes av misstag.');
	});

	it('says of a wish only whether it could be met, never why not', () => {
		const text = sectionText('Samordnarens markeringar');
		expect(text).toContain('Kunde inte visas.');
		expect(text).not.toMatch(/färre|litet|eget skäl|räkna ut/u);
	});

	it('of a draft says that it is one, and names nobody who has approved it', () => {
		const { approval, ...draft } = input();
		const document = rojandeprotokoll(draft);
		expect(document.lead).toContain('Utkast.');
		expect(JSON.stringify(document.sections[0])).not.toContain(approval?.fingerprint);
	});

	it('that was not proven says so', () => {
		const protocol = { ...input().protocol, verified: false };
		expect(sectionText('Bevis', { protocol })).toContain('Lägesbilden ska inte publiceras.');
	});
});

describe('the protocol as a PDF', { timeout: 60_000 }, () => {
	it('is tagged under both standards, with a bookmark for each section', async () => {
		const document = rojandeprotokoll(input());
		const pdf = await renderProtocolPdf(document);
		const text = Buffer.from(pdf).toString('latin1');
		for (const mark of ['/StructTreeRoot', '/Lang (sv-SE)', '<pdfuaid:part>1', '<pdfaid:part>2'])
			expect(text).toContain(mark);
		expect(pdfStrings(pdf, 'Title')).toEqual(
			expect.arrayContaining(document.sections.map(({ title }) => title))
		);
		expect(Buffer.from(await renderProtocolPdf(document)).equals(pdf)).toBe(true);
	});

	it('prints what anybody has written as words', async () => {
		const [change] = input().changes;
		const changes = hostileTexts.flatMap((reason) => (change ? [{ ...change, reason }] : []));
		const pdf = await renderProtocolPdf(rojandeprotokoll(input({ changes })));
		expect(pdfReadableCharacters(pdf).has('#')).toBe(true);
	});
});
