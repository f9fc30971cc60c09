// Makes the table of traditional characters that the search reads as simplified ones: src/JobMatch/Words/traditional.txt.
// Two lines of equal length: traditional characters, and in the same place what each is in simplified writing. A character that simplified
// texts use too (GB 2312: 乾, 著, 后) is left as it is, so that nothing written in simplified characters changes. Run by hand:
//   cd tools/Traditional && npm install --ignore-scripts && node make.mjs
import { writeFileSync } from 'node:fs'
import { Converter } from 'opencc-js'

const decoder = new TextDecoder('gb18030')
const common = new Set()
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) common.add(decoder.decode(Uint8Array.of(high, low)))

const simplify = Converter({ from: 't', to: 'cn' })
const pairs = []
for (let code = 0x4e00; code <= 0x9fff; code++) {
  const character = String.fromCodePoint(code)
  const simplified = simplify(character)
  if (!common.has(character) && simplified.length === 1 && common.has(simplified)) pairs.push([character, simplified])
}

writeFileSync(new URL('../../src/JobMatch/Words/traditional.txt', import.meta.url), pairs.map(p => p[0]).join('') + '\n' + pairs.map(p => p[1]).join('') + '\n')
console.log(`${pairs.length} characters`)
