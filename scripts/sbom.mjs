/**
 * Writes dist/sbom.json: the packages that this one is made of, as CycloneDX. Those that users install beside
 * it, and those of which the build has parts. The same sources give the same file: it has no time, no number.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { builtInto } from './built-in.mjs'

const json = (file) => JSON.parse(readFileSync(file, 'utf8'))
const { dependencies, peerDependencies, peerDependenciesMeta, name } = json('package.json')
const { packages } = json('package-lock.json')

const built = builtInto(
  readdirSync('dist')
    .filter((file) => /\.c?js$/.test(file))
    .map((file) => readFileSync(`dist/${file}`, 'utf8'))
)
const parts = [...new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies), ...built])].sort()

const sbom = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--include=dev']
const { $schema, bomFormat, specVersion, metadata, components } = JSON.parse(
  execFileSync('npm', sbom, { encoding: 'utf8', maxBuffer: 2 ** 26 })
)

/** A package that this one finds by its name; others may have versions of their own. */
const componentOf = (part) => {
  const ref = `${part}@${packages[`node_modules/${part}`]?.version}`
  const found = components.find((each) => each['bom-ref'] === ref)
  if (found === undefined) throw new Error(`the lock file has no ${part}`)
  const { type, name, group, version, purl, hashes, licenses } = found
  const scope = peerDependenciesMeta[part]?.optional ? 'optional' : 'required'
  const isBeside = part in dependencies || part in peerDependencies
  const how = [...(built.has(part) ? ['built in'] : []), ...(isBeside ? ['installed beside it'] : [])].join(
    ', and '
  )
  return {
    ...{ 'bom-ref': ref, type, name, group, version, scope, purl, hashes, licenses },
    properties: [{ name: 'limen:how', value: how }]
  }
}

const written = {
  ...{ $schema, bomFormat, specVersion, version: 1 },
  metadata: { component: { ...metadata.component, name } },
  components: parts.map(componentOf)
}
writeFileSync('dist/sbom.json', `${JSON.stringify(written, undefined, 2)}\n`)
