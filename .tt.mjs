import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--headless','--no-sandbox','--disable-gpu']});
const p = await b.newPage(); p.on('console', m=>console.log(m.type(), m.text(), JSON.stringify(m.location())));
await p.addInitScript(()=>document.addEventListener('securitypolicyviolation',e=>console.log('VIOL',e.violatedDirective,e.sample,e.sourceFile,e.lineNumber)));
p.on('request',r=>{ if(r.url().endsWith('.js')) console.log('JS',r.url())});
await p.goto('http://localhost:3150/logga-in'); await p.fill('input[name=email]','samordnare@sjovalla.example'); await p.fill('input[name=password]','strandpromenad-2026'); await p.click('main form button'); await p.waitForURL('**/oversikt');
console.log('---'); await p.goto('http://localhost:3150/omgangar/1a485db0-e7b2-46ef-b1e8-9fe9f9a5897c/tabellplan'); await p.waitForTimeout(1500);
console.log('--- dom only'); 
await b.close();
