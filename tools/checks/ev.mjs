import { startSampleNews } from '../sample-news/dist/index.js'
import { featuresOf, createClusterer } from '../../libs/events/dist/index.js'
import { extractMentions, resolve } from '../../libs/entities/dist/index.js'
const s = await startSampleNews({ developAfterMs: [] })
const gold = s.gold(); await s.close()
for (const mode of ['none','ents']) {
 let n=0; const known=[]; let k=0
 const c = createClusterer({ newId: () => 'e'+(n++), settleEveryHours: 0 })
 const arts = gold.map(g => ({ id: g.id, title: g.title, text: g.body.join('\n\n'), lang: g.language, publishedAt: new Date(g.publishedAt).toISOString(), source: g.outlet, g })).sort((a,b)=>a.publishedAt<b.publishedAt?-1:1)
 for (const a of arts) {
  let entities
  if (mode==='ents') {
   const x = extractMentions({title:a.title,text:a.text,language:a.lang})
   const r = resolve(x.entities, known)
   entities = r.map(({entity:i,id})=>{ const e=x.entities[i]; let kk=known.find(q=>q.id===id); if(!kk){kk={id:'k'+(k++),type:e.type,name:e.name,keys:[...e.keys],blocks:[...e.blocks],spellings:[e.name],languages:[a.lang]};known.push(kk)} else {for(const q of e.keys) if(!kk.keys.includes(q)) kk.keys.push(q)}; return {id:kk.id,type:e.type,name:e.name,keys:kk.keys,weight:e.weight}})
  }
  c.place(featuresOf({...a, entities}))
 }
 const before=new Map(c.assignments()); c.settle(); 
 for (const [nm,m] of [['greedy',before],['settled',c.assignments()]]) {
 let g=0,y=0,b=0; const wrong={}
 for (let i=0;i<arts.length;i++) for(let j=i+1;j<arts.length;j++){ const A=arts[i],B=arts[j]; const sm=(A.g.event??A.id)===(B.g.event??B.id), jn=m.get(A.id)===m.get(B.id); g+=sm;y+=jn;b+=sm&&jn; if(jn&&!sm){const key=[A.g.event??'x:'+A.id,B.g.event??'x:'+B.id].sort().join(' + ');wrong[key]=(wrong[key]??0)+1}}
 console.log(mode,nm,'gold',g,'sys',y,'both',b,JSON.stringify(wrong))
 }
}
