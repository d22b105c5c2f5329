import { build } from 'esbuild'
import { join } from 'node:path'
const fp={name:'fp',setup(b){b.onResolve({filter:/^fp-ts\/lib\//},({path})=>({path:join(process.cwd(),'node_modules',path.replace('/lib/','/es6/')),sideEffects:false}))}}
const entry=process.argv[2]; const target=process.argv[3]
const r=await build({entryPoints:[entry],bundle:true,write:false,metafile:true,outdir:'/tmp/x',format:'esm',splitting:true,platform:'neutral',external:['node:*','decimal.js','apache-arrow','@resvg/*','@myriad*','hyparquet*'],mainFields:['module','main'],plugins:[fp]})
const inp=r.metafile.inputs; const prev=new Map([[entry,null]]); const q=[entry]
while(q.length){const f=q.shift(); for(const i of inp[f]?.imports??[]){ if(i.kind==='dynamic-import'||i.external||prev.has(i.path)) continue; prev.set(i.path,f); q.push(i.path)}}
if(target){let p=target; const path=[]; while(p){path.unshift(p); p=prev.get(p)} console.log(path.join(' -> '))}
else console.log([...prev.keys()].join('\n'))
