import sharp from 'sharp'
import { paths } from '~/paths'
import type { Account, Camera } from './camera'

type Both = { vi: string; en: string }
const both = (vi: string, en: string): Both => ({ vi, en })

const question = {
  stem: both(
    'Một người dân nhận tin nhắn báo hồ sơ bị trả, kèm liên kết lạ. Ông/Bà khuyên người đó làm gì trước?',
    'A resident gets a message that their dossier was returned, with a strange link. What do you advise first?',
  ),
  options: [
    both('Bấm liên kết để xem hồ sơ', 'Open the link to see the dossier'),
    both(
      'Tự mở Cổng dịch vụ công để tra cứu',
      'Open the public service portal themselves and look it up there',
    ),
    both('Trả lời tin nhắn để hỏi lại', 'Answer the message to ask back'),
    both('Gửi mật khẩu để cán bộ kiểm tra giúp', 'Send the password, so that an official can look'),
  ],
  feedback: [
    both('Liên kết lạ có thể dẫn đến trang giả để lấy mật khẩu.', 'It may lead to a false page.'),
    both('Đúng: địa chỉ tự gõ thì không bị dẫn sang trang giả.', 'Right: an address one types is safe.'),
    both('Người gửi thật không đọc tin trả lời; kẻ lừa đảo thì có.', 'Only a fraudster reads the answer.'),
    both('Mật khẩu không đưa cho ai, kể cả cán bộ.', 'A password is for nobody else, officials included.'),
  ],
  explanation: both(
    'Kết quả hồ sơ luôn xem được trên Cổng dịch vụ công, không cần bấm liên kết trong tin nhắn.',
    'The result of a dossier is always on the portal; no link in a message is needed.',
  ),
  changed: 'Một người dân nhận tin nhắn báo hồ sơ bị trả, kèm liên kết lạ. Việc nên làm trước là gì?',
}

/** A question from nothing to its second version: written, reviewed, published, compared; then two people at once. */
export async function writeQuestion(camera: Camera, trainer: Account, second: Account): Promise<void> {
  const say = camera.say.bind(camera)
  await camera.as(trainer)
  await camera.open(paths.studio())
  await camera.choose('#kind', 'single')
  await camera.choose('#purpose', 'teach')
  await camera.shoot('02-studio')
  await camera.press(say('studio', 'new.start'))
  await camera.choose('#competency', '4.1')
  await camera.choose('#level', '1')
  await camera.pair('stem', question.stem)
  for (const [i, option] of question.options.entries()) {
    await camera.pair(`options.${i}`, option)
    await camera.pair(`options.${i}.feedback`, question.feedback[i]!)
  }
  await camera.choose('[name=key] >> nth=1', 'b')
  await camera.pair('explanation', question.explanation)
  await camera.press(say('studio', 'save'))
  await camera.shoot('03-editor')
  await camera.shoot('04-options', { at: '#options' })
  await camera.press(say('studio', 'preview.see'))
  await camera.shoot('05-preview', { screen: 'phone' })
  await camera.press(say('studio', 'preview.back'))
  await camera.pair('stem', { vi: question.changed })
  await camera.press(say('studio', 'save'))
  await camera.lookFor(say('studio', 'translation.outdated'))
  await camera.shoot('06-outdated')
  await camera.click('button[value="confirm.stem"]')
  await camera.press(say('studio', 'send'))
  await camera.lookFor(say('studio', 'note.sent'))
  const review = camera.path

  await camera.as(second)
  await camera.open(review)
  await camera.shoot('07-review')
  await camera.press(say('studio', 'verdict.approve'))
  await camera.press(say('studio', 'publish.do'))
  await camera.press(say('studio', 'review.seePublished'))
  const item = camera.path
  await camera.press(say('studio', 'bank.edit'))
  const draft = camera.path

  await camera.as(trainer)
  await camera.open(draft)
  await camera.pair('stem', question.stem)
  await camera.as(second)
  await camera.pair('stem', { vi: question.changed.replace('nên làm trước', 'cần làm đầu tiên') })
  await camera.press(say('studio', 'save'))
  await camera.as(trainer)
  await camera.press(say('studio', 'save'))
  await camera.lookFor(say('studio', 'conflict.title'))
  await camera.shoot('08-conflict')
  await camera.press(say('studio', 'conflict.save'))
  await camera.click('button[value="confirm.stem"]')
  await camera.press(say('studio', 'send'))
  await camera.lookFor(say('studio', 'note.sent'))
  await camera.as(second)
  await camera.open(draft.replace('/items/', '/drafts/') + '/review')
  await camera.press(say('studio', 'verdict.approve'))
  await camera.press(say('studio', 'publish.do'))
  await camera.open(item)
  await camera.click('main a[href*="from="]')
  await camera.shoot('09-versions', { at: `h2:has-text("${say('studio', 'bank.versions')}")` })
}

/** A question about a point on a picture. */
export async function drawAreas(camera: Camera, trainer: Account): Promise<void> {
  const say = camera.say.bind(camera)
  await camera.as(trainer)
  await camera.open(paths.studio())
  await camera.choose('#kind', 'point')
  await camera.press(say('studio', 'new.start'))
  await camera.pair(
    'stem',
    both(
      'Bấm vào chỗ cho biết thư này không phải của Kho bạc.',
      'Point at what shows that this mail is not from the Treasury.',
    ),
  )
  await camera.send('[name=pictureFile]', {
    name: 'thu.png',
    mimeType: 'image/png',
    buffer: await letter(),
  })
  await camera.press(say('studio', 'picture.upload'))
  await camera.fill('[id="areas.0.at"]', '30; 130; 620; 260')
  await camera.choose('[id="areas.0.correct"]', 'yes')
  await camera.press(say('studio', 'save'))
  await camera.shoot('10-areas', { at: `h2:has-text("${say('studio', 'parts.point')}")` })
}

function letter(): Promise<Buffer> {
  const line = (y: number, size: number, text: string, fill = '#222') =>
    `<text x="40" y="${y}" font-family="sans-serif" font-size="${size}" fill="${fill}">${text}</text>`
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540"><rect width="960" height="540" fill="#fff"/>
    ${line(52, 30, 'Thông báo chi trả lương tháng 11')}
    ${line(110, 24, 'Từ: kho-bac@kb-nhanuoc.example.com', '#444')}
    ${line(200, 24, 'Kính gửi Ông/Bà, mời Ông/Bà bấm nút dưới đây để nhận lương.')}
    <rect x="40" y="250" width="300" height="70" rx="8" fill="#1f3a8a"/>
    <text x="70" y="294" font-family="sans-serif" font-size="24" fill="#fff">Nhận lương ngay</text>
    ${line(400, 22, 'Bộ phận chi trả', '#444')}</svg>`
  return sharp(Buffer.from(drawing)).png().toBuffer()
}
