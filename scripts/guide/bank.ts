import { paths } from '~/paths'
import type { Account, Camera } from './camera'

/** The bank: finding items, changing many at once, families, files in and out. */
export async function useBank(camera: Camera, trainer: Account): Promise<void> {
  const say = camera.say.bind(camera)
  await camera.as(trainer)
  await camera.open(paths.items({ figures: 'flagged' }))
  await camera.shoot('11-bank')
  await camera.open(paths.bankChange({ do: 'difficulty', items: '4.1-1a,4.1-1b,4.1-2a' }))
  await camera.fill('#difficulty', '-1.75')
  await camera.press(say('bank', 'change.show'))
  await camera.shoot('12-bulk')
  await camera.open(paths.cloneFamilies())
  await camera.shoot('13-families')
  await camera.open(paths.questionImports())
  await camera.send('[name=file]', {
    name: camera.locale === 'vi' ? 'cau_hoi.txt' : 'questions.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(asText[camera.locale]),
  })
  await camera.choose(`[name=language][value=${camera.locale}]`, camera.locale)
  await camera.press(say('interchange', 'imports.submit'))
  await camera.reloadUntil(say('interchange', 'preview.confirm'))
  await camera.shoot('14-import')
  await camera.press(say('interchange', 'preview.discard'))
  await camera.open(paths.exportQuestions({ competency: '4.1', format: 'gift' }))
  await camera.unfoldAt('main details summary')
  await camera.shoot('15-export')
}

const asText = {
  vi: `Một tệp Excel nặng 30 MB không gửi được qua thư. Cách nào nên làm?
A. Gửi nhiều lần cho đến khi được
B. Đưa lên kho tệp của cơ quan rồi gửi liên kết
C. Đổi tên tệp cho ngắn
Đáp án: B

Mật khẩu nào khó đoán nhất?
A. 12345678
B. Ngày sinh của mình
C. Một câu dài chỉ mình nhớ
Đáp án: D
`,
  en: `A workbook of 30 MB cannot be sent by mail. What is best?
A. Send it again until it works
B. Put it in the office's store and send a link
C. Give it a shorter name
ANSWER: B

Which password is hardest to guess?
A. 12345678
B. One's date of birth
C. A long sentence that only you remember
ANSWER: D
`,
}
