// Makes the table of readings that the search ships: src/JobMatch/Words/pinyin.txt.
// First lines "syllable characters": the usual reading of each common character. Then, after a line "*", words whose characters are read
// otherwise there ("银行 yin hang"), taken from the catalogue and from the list below. Run by hand when those change:
//   cd tools/Pinyin && npm install --ignore-scripts && node make.mjs
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'

const root = new URL('../../', import.meta.url)
const plain = { toneType: 'none', type: 'array', v: true, nonZh: 'removed' }

// The characters of GB 2312 (6,763) are what titles and places are written in; GBK's further ones keep no table busy.
const decoder = new TextDecoder('gb18030')
const common = []
for (let high = 0xb0; high <= 0xf7; high++)
  for (let low = 0xa1; low <= 0xfe; low++) {
    const character = decoder.decode(Uint8Array.of(high, low))
    if (/^\p{Script=Han}$/u.test(character)) common.push(character)
  }

const usual = new Map()
const bySyllable = new Map()
for (const character of common) {
  const [syllable] = pinyin(character, plain)
  if (!/^[a-zü]+$/.test(syllable ?? '')) continue
  const letters = syllable.replaceAll('ü', 'v')
  usual.set(character, letters)
  bySyllable.set(letters, (bySyllable.get(letters) ?? '') + character)
}

const texts = new Set()
const catalogue = new URL('src/JobMatch/Occupations/', root)
for (const file of readdirSync(catalogue).filter(f => f.endsWith('.json')))
  for (const entry of JSON.parse(readFileSync(new URL(file, catalogue), 'utf8')))
    for (const text of [entry.name, ...(entry.trades ?? []), ...(entry.everydayNames ?? []), ...(entry.words ?? [])]) texts.add(text)
// Everyday words of advertisements and big cities whose readings are commonly got wrong.
for (const text of ['银行', '会计', '出纳会计', '重庆', '长沙', '长春', '长白班', '行政', '行车', '调度', '调料', '厦门', '六安', '蚌埠', '番禺', '东莞', '乐清', '台州', '都匀', '单县', '音乐', '重体力', '长期', '兴义', '朝阳', '行李', '便利店', '量具', '测量', '弹棉花', '理发', '种植', '播种', '育种', '数控', '调试', '处理', '教练', '教师', '传菜', '切配', '藏族', '宁夏', '角钢', '曲靖', '铅山', '浚县', '荥经', '砀山', '涪陵', '丽水', '解放', '都安', '大化', '那坡', '百色', '隆安', '阿坝', '康定', '大厦', '差旅', '出差', '分拣', '称重', '重量', '供应', '相册', '首都', '着色', '打铁', '散装', '钻床', '磨床', '担保', '中介'])
  texts.add(text)

const words = new Map()
for (const text of texts) {
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? []) {
    const characters = [...run]
    const readings = pinyin(run, plain).map(s => s.replaceAll('ü', 'v'))
    if (readings.length !== characters.length) continue
    for (let at = 0; at < characters.length; at++) {
      const expected = usual.get(characters[at])
      if (!expected || readings[at] === expected) continue
      // The smallest piece that still says it: with the neighbour on the left or on the right.
      const [from, to] = at + 1 < characters.length ? [at, at + 2] : [at - 1, at + 1]
      if (characters[at] === '和') continue // Read as "and" everywhere but in a few compounds.
      words.set(characters.slice(from, to).join(''), readings.slice(from, to).join(' '))
    }
  }
}

const lines = [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1)).map(([syllable, characters]) => `${syllable} ${characters}`)
lines.push('*', ...[...words].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, readings]) => `${word} ${readings}`))
writeFileSync(new URL('src/JobMatch/Words/pinyin.txt', root), lines.join('\n') + '\n')
console.log(`${usual.size} characters, ${bySyllable.size} syllables, ${words.size} words`)
