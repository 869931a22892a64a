import { chromium } from 'playwright-core';
const link=process.argv[2];
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--headless','--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync']});
for (const [w,dark] of [[1366,false],[360,true]]){
const c=await b.newContext({viewport:{width:w,height:900},colorScheme:dark?'dark':'light',javaScriptEnabled:false}); const p=await c.newPage();
await p.goto(link); await p.screenshot({path:`/tmp/r${w}-0.png`,fullPage:true});
const base=p.url();
for (const n of [1,2,3]){ await p.goto(base+'/sida/'+n); await p.screenshot({path:`/tmp/r${w}-${n}.png`,fullPage:true}); }
await p.goto(base+'/granska'); await p.screenshot({path:`/tmp/r${w}-g.png`,fullPage:true});
console.log(base); await c.close(); }
await b.close();
