import { chromium } from 'playwright-core';
const [,, base, out, ...specs] = process.argv; // spec: path[@width][!dark][!full][#login:role]
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--headless','--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync']});
let n=0;
for (const s of specs){ const [path,w='1366',opt='']=s.split('@'); const role=/login:(\w+)/.exec(opt)?.[1];
 const c=await b.newContext({viewport:{width:+w,height:w<500?800:900},colorScheme:opt.includes('dark')?'dark':'light',javaScriptEnabled:!opt.includes('nojs')});
 const p=await c.newPage(); p.on('console',m=>{if(m.type()==='error')console.log('CONSOLE',path,m.text())}); p.on('pageerror',e=>console.log('PAGEERR',e.message));
 if(role){ await p.goto(base+'/logga-in'); await p.fill('input[name=email]',role+'@sjovalla.example'); await p.fill('input[name=password]','strandpromenad-2026'); await p.click('main button[type=submit], main form button'); await p.waitForLoadState('networkidle'); }
 const r=await p.goto(base+path,{waitUntil:'networkidle'}); n++; const f=`${out}-${n}.png`;
 await p.screenshot({path:f,fullPage:opt.includes('full')}); console.log(f,r.status(),path,w,opt, await p.evaluate(()=>document.documentElement.scrollWidth>innerWidth?'HSCROLL':'')); await c.close(); }
await b.close();
