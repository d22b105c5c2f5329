// a quick build of the library alone
import { build } from 'esbuild'
import { join } from 'node:path'
const fp={name:'fp',setup(b){b.onResolve({filter:/^fp-ts\/lib\//},({path})=>({path:join(process.cwd(),'node_modules',path.replace('/lib/','/es6/')),sideEffects:false}))}}
await build({entryPoints:{index:'src/index.ts',files:'src/entry/files.ts',report:'src/entry/report.ts',api:'src/api.ts'},splitting:true,bundle:true,outdir:process.argv[2],outExtension:{'.js':'.mjs'},format:'esm',platform:'neutral',external:['node:*','decimal.js'],mainFields:['module','main'],plugins:[fp],logLevel:'error'})
