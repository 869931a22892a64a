import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFaultsInWindows } from '../../support/browser/accessibility.ts';
import { openBrowser } from '../../support/browser/openBrowser.ts';
import { openStaffPage } from '../../support/browser/staffPage.ts';
import { registerCsv } from '../../support/registerFile.ts';

let browser: Browser;

beforeAll(async () => {
	browser = await openBrowser();
});

afterAll(() => browser.close());

const rowsFor = (place: string) => [
	{
		organisation: `Provföreningen ${place}`,
		kind: 'Civilsamhälle',
		unit: `Stödgruppen ${place}`,
		contact: `Vilda Sköld ${place}`,
		email: `vilda.${place.toLowerCase()}@prov.example`
	},
	{ organisation: `Provföreningen ${place}`, unit: `Stödgruppen ${place}`, contact: 'Någon', email: 'fel' }
];

async function upload(page: Page, rows: ReturnType<typeof rowsFor>): Promise<void> {
	await page.goto('/partner/import');
	await page
		.getByLabel('Fil, XLSX eller CSV')
		.setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(registerCsv(rows)) });
	await page.getByRole('button', { name: 'Visa vad filen ändrar' }).click();
	await page.getByRole('heading', { name: 'Vad filen ändrar' }).waitFor();
}

describe.each([
	['with', true, 'Norr'],
	['without', false, 'Söder']
])('a register is read in from a file, %s script', (_, javaScriptEnabled, place) => {
	let page: Page;

	beforeAll(async () => {
		page = await openStaffPage(browser, 'samordnare', { bypassCSP: true, javaScriptEnabled });
	});

	afterAll(() => page.context().close());

	test('a file that is no table is refused in words', async () => {
		await page.goto('/partner/import');
		await page.getByRole('button', { name: 'Visa vad filen ändrar' }).click();
		await page.locator('.error-summary').waitFor();
		expect(await page.locator('.error-summary').innerText()).toContain('Välj en fil');
	});

	test('first each row’s fate is shown, and nothing is written', async () => {
		await upload(page, rowsFor(place));
		const rows = page.locator('.fates tbody tr');
		expect(await rows.count()).toBe(2);
		expect(await rows.nth(0).innerText()).toContain('Nytt: organisation, enhet, kontakt');
		expect(await rows.nth(1).innerText()).toContain('E-post: Skriv en e-postadress');
		await page.getByRole('link', { name: 'Vägras' }).click();
		await page.getByRole('heading', { name: 'Rader: vägras' }).waitFor();
		expect(await rows.count()).toBe(1);
		await page.goto(`/partner?sok=${encodeURIComponent(`Stödgruppen ${place}`)}`);
		expect(await page.getByRole('link', { name: `Stödgruppen ${place}` }).count()).toBe(0);
	});

	test('then what was shown is written, and once more it changes nothing', async () => {
		await upload(page, rowsFor(place));
		await page.getByRole('button', { name: 'Skriv 1 rad till registret' }).click();
		await page.getByRole('heading', { name: 'Filen är inläst' }).waitFor();
		await page.goto(`/partner?sok=${encodeURIComponent(`Stödgruppen ${place}`)}`);
		await page.getByRole('link', { name: `Stödgruppen ${place}` }).waitFor();
		await upload(page, rowsFor(place).slice(0, 1));
		expect(await page.locator('.fates tbody tr').innerText()).toContain('Oförändrad');
		expect(await page.getByRole('button', { name: /^Skriv/ }).count()).toBe(0);
	});

	test('the person’s page is shown, printed and erased', async () => {
		await page.goto(`/partner?sok=${encodeURIComponent(`Stödgruppen ${place}`)}`);
		await page.getByRole('link', { name: `Vilda Sköld ${place}` }).click();
		await page.getByRole('heading', { name: 'Det som finns om personen' }).waitFor();
		await page.emulateMedia({ media: 'print' });
		expect(await page.getByText('Registerutdrag enligt artikel 15').isVisible()).toBe(true);
		expect(await page.getByRole('link', { name: 'Radera' }).isVisible()).toBe(false);
		await page.emulateMedia({ media: null });
		await page.getByRole('link', { name: 'Radera' }).click();
		await page.getByRole('button', { name: 'Radera uppgifterna om' }).click();
		await page.getByRole('heading', { name: 'Raderad kontakt' }).waitFor();
		expect(await page.locator('main').innerText()).not.toContain('Vilda');
	});
});

describe('the pages of the register', () => {
	let page: Page;

	beforeAll(async () => {
		page = await openStaffPage(browser, 'samordnare', { bypassCSP: true });
	});

	afterAll(() => page.context().close());

	/** Where each page is found, from the register's own. */
	async function addresses(): Promise<string[]> {
		await page.goto('/partner');
		const unit = await page.getByRole('link', { name: 'Vuxenenheten' }).getAttribute('href');
		const organisation = await page
			.getByRole('link', { name: 'Socialförvaltningen i Sjövalla' })
			.first()
			.getAttribute('href');
		const contact = await page.getByRole('link', { name: 'Amira Nord' }).getAttribute('href');
		return [unit, organisation, contact].map((href) => new URL(href ?? '', page.url()).pathname);
	}

	test('axe finds nothing on any of them', async () => {
		const [unit, organisation, contact] = await addresses();
		const paths = [
			'/partner/import',
			'/partner/dubbletter',
			'/partner/organisation/ny',
			organisation,
			`${organisation}/andra`,
			`${organisation}/enhet`,
			`${organisation}/kontakt`,
			`${organisation}/overenskommelse`,
			unit,
			`${unit}/andra`,
			`${unit}/kontakt`,
			contact,
			`${contact}/andra`,
			`${contact}/lamna-over`,
			`${contact}/radera`,
			`${contact}/uppdrag/${unit?.split('/').at(-1) ?? ''}`
		];
		const faults: Record<string, string[]> = {};
		for (const path of paths) {
			const response = await page.goto(path ?? '');
			expect([path, response?.status()]).toEqual([path, 200]);
			faults[path ?? ''] = await findFaultsInWindows(page);
		}
		expect(Object.values(faults).flat(), JSON.stringify(faults)).toEqual([]);
	});

	test('axe finds nothing in the preview, nor where a form says what is wrong', async () => {
		await upload(page, rowsFor('Öster'));
		expect(await findFaultsInWindows(page)).toEqual([]);
		await page.goto('/partner/organisation/ny');
		await page.getByRole('button', { name: 'Spara' }).click();
		await page.locator('.error-summary').waitFor();
		expect(await page.locator('.error-summary').innerText()).toContain('Skriv organisationens namn');
		expect(await findFaultsInWindows(page)).toEqual([]);
	});

	test('who the open round needs is not erased without a successor', async () => {
		await page.goto('/partner?sok=Sjögymnasiet');
		await page.getByRole('link', { name: 'Karl Dahlin' }).click();
		await page.getByRole('link', { name: 'Radera' }).click();
		await page.getByRole('button', { name: 'Radera uppgifterna om Karl Dahlin' }).click();
		await page.locator('.error-summary').waitFor();
		expect(await page.locator('.error-summary').innerText()).toContain('Välj en efterträdare');
	});

	test('a reader of the report sees the register and changes nothing in it', async () => {
		const lasare = await openStaffPage(browser, 'lasare');
		const [, , contact] = await addresses();
		await lasare.goto('/partner');
		expect(await lasare.getByRole('link', { name: 'Läs in från fil' }).count()).toBe(0);
		for (const path of ['/partner/import', '/partner/export/csv', contact ?? '', '/partner/dubbletter']) {
			const response = await lasare.context().request.get(path);
			expect([path, response.status()]).toEqual([path, 403]);
		}
		await lasare.context().close();
	});

	test('the register is fetched as a file', async () => {
		for (const [format, start] of [
			['csv', '\ufeffOrganisation;'],
			['xlsx', 'PK']
		] as const) {
			const response = await page.context().request.get(`/partner/export/${format}`);
			expect((await response.body()).toString('utf8').startsWith(start)).toBe(true);
		}
	});
});
