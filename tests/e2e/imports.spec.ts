import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { DraftItem } from '~/assessment/item'
import { writeWorkbook } from '~/formats/write-workbook.server'
import { paths } from '~/paths'
import { database, demoAccount } from '../fixtures/installation'
import { giveRightAnswer } from '../fixtures/learning'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

const fixture = (file: string) => readFileSync(`tests/fixtures/questions/${file}`)
const played = new Set(['single', 'multiple', 'truefalse', 'numeric', 'short', 'matching', 'ordering'])

const gift = `::Thư lạ:: Thư lạ xin mật khẩu thì làm gì? { =Báo cho bộ phận công nghệ thông tin#Đúng quy định. ~Trả lời thư#Không bao giờ gửi mật khẩu. }

::Số xã:: Tỉnh có bao nhiêu xã, phường? {#56:0}

::Hỏng:: Câu này thiếu ngoặc {=a`

/** The template that many trainers have: a header in row 8, then question, four answers, seconds, number of the right one. */
const kahoot = () =>
  writeWorkbook([
    {
      name: 'Sheet1',
      columns: Array.from({ length: 8 }, () => ({ header: '' })),
      rows: [
        ...Array.from({ length: 6 }, () => [null]),
        [
          null,
          'Question - max 120 characters',
          'Answer 1',
          'Answer 2',
          'Answer 3',
          'Answer 4',
          'Time limit (sec)',
          'Correct answer(s)',
        ],
        [1, 'Tệp nào là bảng tính?', 'bao_cao.xlsx', 'bao_cao.docx', 'anh.png', 'thu.eml', 20, '1'],
        [2, 'Chọn hai cách sao lưu.', 'Ổ cứng rời', 'Đám mây', 'Thùng rác', 'Màn hình nền', 30, '1,2'],
      ],
    },
  ])

const files: [name: string, type: string, bytes: () => Buffer | Promise<Buffer>, least: number][] = [
  ['cau_hoi.gift', 'text/plain', () => Buffer.from(gift), 2],
  ['ngan_hang.xml', 'text/xml', () => fixture('moodle/mixed.xml'), 4],
  ['kahoot.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', kahoot, 2],
  ['goi_qti.zip', 'application/zip', () => fixture('qti/package.zip'), 10],
]

for (const [name, mimeType, bytes, least] of files) {
  test(`${name} is looked at, confirmed, and its questions are played`, async ({ page, signInAs }) => {
    await signInAs('trainer')
    const author = demoAccount('trainer').id
    const before = new Set(draftsOf(author).map(({ id }) => id))
    await page.goto(paths.questionImports())
    await page.getByLabel(said('interchange', 'imports.file'), { exact: true }).setInputFiles({
      name,
      mimeType,
      buffer: await bytes(),
    })
    await page.getByRole('button', { name: said('interchange', 'imports.submit') }).click()
    await expect(page.getByRole('button', { name: said('interchange', 'preview.confirm') })).toBeVisible({
      timeout: 30_000,
    })
    expect(draftsOf(author).filter(({ id }) => !before.has(id))).toEqual([])
    await page.getByRole('button', { name: said('interchange', 'preview.confirm') }).click()
    await expect(page.getByRole('status')).toBeVisible()

    const made = draftsOf(author).filter(({ id }) => !before.has(id))
    expect(made.length).toBeGreaterThanOrEqual(least)
    const kinds = new Map(made.map((draft) => [draft.item.kind, draft]))
    const toPlay = [...kinds.values()].filter(({ item }) => played.has(item.kind) && item.stem.vi !== '')
    expect(toPlay.length).toBeGreaterThan(0)
    for (const { id, item } of toPlay) await play(page, id, item)
  })
}

async function play(page: Page, id: string, item: DraftItem): Promise<void> {
  await page.goto(paths.studioPreview(id))
  await page.getByRole('button', { name: said('studio', 'preview.try') }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await giveRightAnswer(page, item)
  await page.getByRole('button', { name: said('studio', 'preview.try') }).click()
  await expect(page.getByRole('status')).toContainText(said('learning', 'quiz.verdict.right'))
}

function draftsOf(account: string): { id: string; item: DraftItem }[] {
  const rows = database()
    .prepare("SELECT id, data FROM ContentDraft WHERE createdBy = ? AND kind = 'item'")
    .all(account) as { id: string; data: string }[]
  return rows.map(({ id, data }) => ({ id, item: JSON.parse(data) as DraftItem }))
}
