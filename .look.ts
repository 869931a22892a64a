import { chromium } from 'playwright-core';
import { pageFields } from '#lib/server/demonstration/answerByPages.ts';
import { inventedFor } from '#lib/server/demonstration/answerRound.ts';
import { compileInstrument } from '#lib/instruments/compileInstrument.ts';
import { composeQuestionnaire } from '#lib/instruments/library/composeQuestionnaire.ts';
import { sjovalla, sjovallaAreas } from '#lib/server/demonstration/sjovalla.ts';
import { validateAnswers } from '#lib/instruments/validateAnswers.ts';
const [,, base='', token='', unit=''] = process.argv;
const c0 = compileInstrument(composeQuestionnaire('civilsamhalle',{municipality:sjovalla.name,year:2025,threshold:5,areas:sjovallaAreas.map(({areaId,name})=>({value:areaId,text:name}))}));
if(!c0.ok) throw 1; const instrument=c0.value; const answers={...validateAnswers(instrument, inventedFor(instrument, unit, 2026)).answers, Z10:'Ring Anna Lind på 070-123 45 67.'};
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--headless','--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync']});
const ctx=await b.newContext({baseURL:base,javaScriptEnabled:false}); const p=await ctx.newPage();
let n=0; const shots=async(name:string,widths=[1366,768,360])=>{for(const w of widths){await p.setViewportSize({width:w,height:900});await p.screenshot({path:`/tmp/look/${name}-${w}.png`,fullPage:true});} await p.setViewportSize({width:1366,height:900}); n++;};
await p.goto('/svara/'+token); await shots('intro'); const home=new URL(p.url()).pathname;
await p.goto(home+'/sida/1');
for(let turn=0;turn<80 && !p.url().endsWith('/granska');turn++){ const nr=Number(/sida\/(\d+)/.exec(p.url())![1]);
 for(const [name,value] of pageFields(instrument,nr-1,answers)){const l=p.locator(`[name="${name}"]`); if(!await l.count()) continue; const k=await l.first().evaluate((e:any)=>e.type||e.tagName.toLowerCase());
  if(k==='radio'||k==='checkbox') await p.locator(`[name="${name}"][value="${value}"]`).check(); else if(k.startsWith('select')) await l.first().selectOption(value); else await l.first().fill(value);}
 await shots('sida'+nr,[1366,360]); await p.locator('button[name="till"][value="nasta"]').click(); await p.waitForLoadState(); }
await shots('granska'); 
await p.getByRole('button',{name:/Skicka/}).first().click(); await p.waitForLoadState(); console.log(p.url()); await shots('granska2');
if(!p.url().endsWith('/skickat')){ const t=await p.getByRole('button').allInnerTexts(); console.log(t); const again=p.getByRole('button',{name:/Skicka|ändå/}).last(); await again.click(); await p.waitForLoadState(); console.log(p.url()); }
await shots('skickat'); await p.emulateMedia({media:'print'}); await p.screenshot({path:'/tmp/look/skickat-print.png',fullPage:true}); await p.emulateMedia({media:'screen'});
await p.goto('/svara/'+token); await shots('besvarad'); await p.goto('/svara/AAAAAAAAAAAAAAAAAAAAAA'); await shots('okand');
await b.close();
