import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--headless','--no-sandbox','--disable-gpu','--disable-quic','--no-first-run']});
for (const w of [1366,360]) { const p = await (await b.newContext({viewport:{width:w,height:900}})).newPage();
await p.goto('http://localhost:3190/lagesbild/sjovalla/2024'); const s=p.locator('#teman'); await s.evaluate(e=>console.log(e.tagName)); const sec = s.locator('xpath=ancestor-or-self::section[1]'); await (await sec.count()? sec : s.locator('..')).screenshot({path:`/tmp/coding-teman-${w}.png`});
await p.goto('http://localhost:3190/lagesbild/sjovalla/2024/tabeller'); const d=p.locator('#tabeller-alla'); await d.locator('summary').click(); await p.locator('table',{hasText:'Återgivet med andra ord'}).last().screenshot({path:`/tmp/coding-citat-${w}.png`}); }
await b.close();
