import { paths } from '~/paths'
import { docx, listed, paragraph, run, styled, table } from '../../tests/builders/ooxml'
import type { Account, Camera } from './camera'

/** Modules, lessons out of a document, survey forms, practice tasks: each opened in its editor. */
export async function writeLibrary(camera: Camera, trainer: Account): Promise<void> {
  await camera.as(trainer)
  await modules(camera)
  await documents(camera)
  await forms(camera)
  await practice(camera)
}

async function modules(camera: Camera): Promise<void> {
  const say = camera.say.bind(camera)
  await camera.open(paths.publishedModule('infosec'))
  await camera.press(say('modules', 'published.revise'))
  await camera.shoot('16-module')
  const module = camera.path
  await camera.click('main a[href*="/lessons/"]')
  await camera.shoot('17-lesson', { at: '[data-markdown]' })
  await camera.press(say('modules', 'preview.page'))
  await camera.shoot('18-lesson-preview', { screen: 'phone' })
  await camera.open(`${module}/quiz`)
  await camera.shoot('19-module-quiz')
  await camera.open(`${module}/figures`)
  await camera.shoot('20-figures')
}

async function documents(camera: Camera): Promise<void> {
  const say = camera.say.bind(camera)
  await camera.open(paths.studioDocuments())
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const buffer = Buffer.from(handout())
  await camera.send('[name=file]', { name: 'tai-lieu-tap-huan.docx', mimeType: type, buffer })
  await camera.press(say('documents', 'submit'))
  await camera.reloadUntil(say('documents', 'preview.confirm'))
  await camera.shoot('21-document')
}

function handout(): Uint8Array {
  const cell = (text: string) => paragraph(run(text))
  return docx(
    [
      styled('Title', 'Thư điện tử công vụ'),
      styled('Heading1', 'Gửi một thư công vụ'),
      paragraph(run('Thư công vụ thay cho giấy tờ, nên viết như văn bản: ngắn, đủ, đúng người nhận.')),
      listed(2, 0, 'Ghi tiêu đề nói rõ việc và thời hạn'),
      listed(2, 0, 'Chọn đúng người nhận; ai chỉ cần biết thì để ở Cc'),
      listed(2, 0, 'Đính kèm tệp, mở thử rồi mới gửi'),
      styled('Heading2', 'Khi tệp quá nặng'),
      table([
        [cell('Dung lượng'), cell('Cách gửi')],
        [cell('Dưới 10 MB'), cell('Đính kèm thư')],
        [cell('Từ 10 MB'), cell('Gửi liên kết của kho tệp')],
      ]),
      paragraph('<w:r><w:drawing><c:chart/></w:drawing></w:r>'),
      styled('Heading1', 'Nhận ra thư giả'),
      listed(1, 0, 'Xem địa chỉ người gửi, không chỉ xem tên'),
      listed(1, 0, 'Không bấm liên kết khi chưa chắc'),
    ].join(''),
  )
}

async function forms(camera: Camera): Promise<void> {
  const say = camera.say.bind(camera)
  await camera.open(paths.form('commune-staff-short'))
  await camera.press(say('studio', 'bank.edit'))
  await camera.shoot('22-form')
  const line = '[id="sections.0.questions.1.showIf.question"]'
  await camera.choose(line, 'computer')
  await camera.click(`details:has(> .row ${line}) button[value=again]`)
  for (const i of [0, 1, 2])
    await camera.choose(`[name="sections.0.questions.1.showIf.options.${i}.on"]`, 'yes')
  await camera.shoot('23-show-if', { at: `details:has(> .row ${line})` })
}

async function practice(camera: Camera): Promise<void> {
  const say = camera.say.bind(camera)
  await camera.open(paths.practiceTaskOf('receive-dossier'))
  await camera.press(say('studio', 'bank.edit'))
  await camera.shoot('24-practice')
  await camera.click('main a[href*="/screens/"]')
  await camera.shoot('25-screen')
}
