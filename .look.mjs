import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--headless','--no-sandbox','--disable-gpu','--disable-quic','--no-first-run']});
const base='http://localhost:3190';
async function signIn(role){ const c=await b.newContext({viewport:{width:1366,height:900},baseURL:base}); const p=await c.newPage(); await p.goto('/logga-in'); await p.fill('input[name=email]',role+'@sjovalla.example'); await p.fill('input[name=password]','strandpromenad-2026'); await p.click('main button[type=submit], main form button'); await p.waitForURL('**/oversikt'); return p; }
const s=await signIn('samordnare'); const h=await s.getByRole('link',{name:'Omgång 2025',exact:true}).evaluate(a=>new URL(a.href).pathname);
await s.goto(h+'/fritext/Z7'); await s.getByRole('link',{name:/Föreslå ett citat/}).first().click(); await s.waitForURL('**/citat/nytt/**');
await s.screenshot({path:'/tmp/coding-nytt-1366.png',fullPage:true}); await s.setViewportSize({width:360,height:800}); await s.screenshot({path:'/tmp/coding-nytt-360.png',fullPage:true}); await s.setViewportSize({width:1366,height:900});
const r=s.locator('input[type=radio]'); if(await r.count()) await r.first().check(); await s.getByLabel('Citatet, med andra ord').fill('Det hjälper att veta vem man ska ringa.'); await s.getByRole('button',{name:'Föreslå citatet'}).click(); await s.waitForURL('**/citat');
const g=await signIn('granskare'); await g.goto(h); await g.screenshot({path:'/tmp/coding-omg-1366.png'}); await g.goto(h+'/citat'); for(const w of [1366,768,360]){ await g.setViewportSize({width:w,height:900}); await g.screenshot({path:`/tmp/coding-citat-${w}.png`,fullPage:true}); }
await g.emulateMedia({colorScheme:'dark'}); await g.setViewportSize({width:1366,height:900}); await g.screenshot({path:'/tmp/coding-citat-dark.png'});
const p=await (await b.newContext({viewport:{width:1366,height:900}})).newPage(); await p.goto(base+'/lagesbild/sjovalla/2025'); await p.locator('#teman').locator('..').screenshot({path:'/tmp/coding-teman-1366.png'}); await p.setViewportSize({width:360,height:800}); await p.locator('#teman').locator('..').screenshot({path:'/tmp/coding-teman-360.png'});
await p.setViewportSize({width:1366,height:900}); await p.goto(base+'/lagesbild/sjovalla/2025/tabeller'); await p.locator('#tabeller-alla summary').click(); await p.locator('#tabell-citat').screenshot({path:'/tmp/coding-bilaga.png'});
await b.close();
