import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--headless','--no-sandbox','--disable-gpu','--disable-quic','--no-first-run']});
const p = await (await b.newContext({viewport:{width:1366,height:900}})).newPage(); const base='http://localhost:3190';
await p.goto(base+'/logga-in'); await p.fill('input[name=email]','samordnare@sjovalla.example'); await p.fill('input[name=password]','strandpromenad-2026'); await p.click('main button[type=submit], main form button'); await p.waitForURL('**/oversikt');
for (const y of [2024,2025]) { await p.goto(base+'/oversikt'); const h=await p.getByRole('link',{name:`Omgång ${y}`,exact:true}).evaluate(a=>new URL(a.href).pathname); await p.goto(base+h+'/fritext'); console.log(y,h,(await p.locator('table').innerText()).replace(/\n+/g,' | ')); console.log(await p.locator('a[href*=kodlista]').evaluate(a=>new URL(a.href).pathname)); }
for (const y of [2024,2025]) { await p.goto(base+`/lagesbild/sjovalla/${y}`); console.log(y, await p.locator('#teman').count(), await p.locator('table',{hasText:'Texter i allt'}).allInnerTexts()); console.log(await p.locator('figure.quotation').allInnerTexts()); }
await b.close();
