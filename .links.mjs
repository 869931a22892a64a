import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--headless','--no-sandbox','--disable-gpu']});
const p = await b.newPage(); await p.goto('http://localhost:3150/logga-in'); await p.fill('input[name=email]','samordnare@sjovalla.example'); await p.fill('input[name=password]','strandpromenad-2026'); await p.click('main form button'); await p.waitForURL('**/oversikt');
console.log(await p.evaluate(()=>[...document.links].map(a=>a.pathname+' '+a.innerText)));
await b.close();
