import { build } from 'esbuild'
import { join } from 'node:path'
const fp={name:'fp',setup(b){b.onResolve({filter:/^fp-ts\/lib\//},({path})=>({path:join(process.cwd(),'node_modules',path.replace('/lib/','/es6/')),sideEffects:false}))}}
await build({entryPoints:{index:'src/index.ts',files:'src/entry/files.ts'},splitting:true,bundle:true,outdir:process.argv[2],format:'esm',platform:'neutral',external:['node:*','decimal.js'],mainFields:['module','main'],plugins:[fp],logLevel:'error'})
