import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020'
import { measureTable } from '/work/main/app/assessment/calibration/measure-table'
import { seeded } from '/work/main/app/assessment/numeric/random'
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('/work/main/docs/measure.schema.json','utf8')))
const r = seeded(process.argv[2] ?? 'x')
const int = (n: number) => Math.floor(r() * n)
const models = ['rasch','common-a','2pl','grm','gpcm'] as const
let bad = 0, slow = 0, nc = 0
const t0 = Date.now()
for (let it = 0; Date.now() - t0 < 40000; it++) {
  const n = [1,2,3,5,12,60,150][int(7)]!, k = [1,2,3,4,8][int(5)]!
  const cats = Array.from({length:k},()=> [1,2,2,2,3,5,8][int(7)]!)
  const base = Array.from({length:k},()=> int(3))
  const miss = [0,0,0.1,0.5,0.95][int(5)]!
  const gut = int(3)===0
  const rows = Array.from({length:n},()=>{ const t=r(); return Array.from({length:k},(_,j)=> r()<miss?null: base[j]! + (gut ? Math.min(cats[j]!-1, Math.floor(t*cats[j]!)) : int(cats[j]!)) * (j%3==2?2:1)) })
  if (int(4)===0) for (const row of rows) row[0]=null
  const group = int(2) ? {name:'g', values: rows.map(()=>['Nữ','Nam',null,'Đ'][int(4)]!)} : null
  const model = models[int(5)]!, prior = (['none','weak'] as const)[int(2)]!
  const tag = JSON.stringify({it,n,k,cats,base,miss,gut,model,prior})
  try {
    const s = Date.now()
    const res = measureTable({items: base.map((_,j)=>'i'+j), rows: rows.map((answers,i)=>({line:i+2,answers})), group}, {model, prior})
    if (Date.now()-s>3000) { slow++; console.log('slow', Date.now()-s, tag) }
    if (!res.fit.converged) { nc++; console.log('nc', res.fit.iterations, tag) }
    const broken: string[] = []
    JSON.stringify(res,(key,v)=>{ if(typeof v==='number'&&!Number.isFinite(v)) broken.push(key); return v})
    validate(JSON.parse(JSON.stringify(res)))
    if (broken.length||validate.errors) { bad++; console.log('BAD', broken.slice(0,5), JSON.stringify(validate.errors?.slice(0,3)), tag) }
    for (const i of res.items) if (i.infit!==null && (i.infit<0||i.infit>50)) console.log('infit',i.infit,tag)
    if (process.argv[3]) console.log('ok',it)
  } catch(e) { bad++; console.log('THROW', (e as Error).stack?.split('\n').slice(0,4).join('|'), tag) }
}
console.log({bad,slow,nc})
