import {
  docx,
  drawing,
  listed,
  paragraph,
  part,
  pptx,
  run,
  shape,
  slideFrame,
  slideGrid,
  slideLine,
  slidePicture,
  slideRun,
  styled,
  table,
} from './ooxml'

/** A red dot. */
export const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const cell = (text: string) => paragraph(run(text))

/** A document of Word with everything that a lesson can hold, and one of each thing that it cannot. */
export function richDocx(): Uint8Array {
  const body = [
    styled('Title', 'Tài liệu tập huấn'),
    styled('TOC1', 'Mật khẩu ........ 2'),
    styled('Heading1', 'Mật khẩu'),
    paragraph(
      run('Lưu ý:', '<w:b/>') + run(' dùng ') + run('ít nhất', '<w:i/>') + run(' 12 ký tự, 2 * 3 = 6.'),
    ),
    listed(1, 0, 'Không dùng ngày sinh'),
    listed(1, 1, 'của mình'),
    listed(2, 0, 'Mở cài đặt'),
    listed(2, 0, 'Bấm “Đổi”'),
    styled('Heading2', 'Bảng so sánh'),
    table([
      [cell('Mật khẩu'), cell('Mạnh?')],
      [cell('123456'), cell('Không | yếu')],
    ]),
    paragraph(
      run('Xem ') +
        `<w:hyperlink r:id="rIdW">${run('trang này')}</w:hyperlink>` +
        run(' và ') +
        `<w:hyperlink r:id="rIdH">${run('trang cũ')}</w:hyperlink>`,
    ),
    paragraph(run('Chú thích') + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    paragraph(run('Hình:') + drawing('rIdP', 'Màn hình đổi mật khẩu')),
    styled('De', 'Thư lạ'),
    paragraph(run('- Xem tên người gửi')),
    paragraph(run('+ cả địa chỉ')),
    paragraph(run('Dòng một') + '<w:r><w:br/></w:r>' + run('dòng hai')),
    paragraph(drawing('rIdE', '', '<a:srcRect l="1000"/>')),
    paragraph('<m:oMath><m:r/></m:oMath><w:r><w:drawing><c:chart/></w:drawing></w:r>'),
    paragraph(
      `<w:ins w:id="1">${run('thêm')}</w:ins><w:del w:id="2"><w:r><w:delText>bớt</w:delText></w:r></w:del>`,
    ),
    paragraph(
      `<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${cell('hộp')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${cell('hộp')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`,
    ),
  ]
  return docx(body.join(''), {
    related: [
      { id: 'rIdP', type: 'image', target: 'media/a.png' },
      { id: 'rIdE', type: 'image', target: 'media/b.emf' },
      { id: 'rIdW', type: 'hyperlink', target: 'https://dichvucong.gov.vn', external: true },
      { id: 'rIdH', type: 'hyperlink', target: 'http://xa.example.vn', external: true },
      { id: 'rIdF', type: 'footnotes', target: 'footnotes.xml' },
    ],
    files: {
      'word/media/a.png': png,
      'word/media/b.emf': new Uint8Array([1, 0, 0, 0, 8]),
      'word/footnotes.xml': part(
        'w:footnotes',
        `<w:footnote w:id="2">${paragraph(run('Theo hướng dẫn của tỉnh.'))}</w:footnote>`,
      ),
      'word/header1.xml': part('w:hdr', cell('UBND xã')),
    },
  })
}

const related = [{ id: 'rIdP', type: 'image', target: '../media/a.png' }]

/** Slides with everything that a lesson can hold, and one of each thing that it cannot. */
export function richPptx(): Uint8Array {
  return pptx(
    [
      {
        shapes:
          shape('ctrTitle', slideLine('Khóa tập huấn')) + shape('subTitle', slideLine('Dành cho cán bộ xã')),
        layout: 'title',
      },
      {
        shapes:
          shape('title', slideLine('Mật khẩu tốt')) +
          shape('', slideLine('Dài'), slideLine('từ 12 ký tự', 1), slideLine('Riêng từng nơi')) +
          slidePicture('rIdP', 'Ô nhập mật khẩu', '<a:srcRect r="5"/>') +
          slideGrid([
            ['Mật khẩu', 'Mạnh?'],
            ['123456', 'Không'],
          ]) +
          shape('sldNum', slideLine('2')),
        notes: 'Nói chậm.',
        related,
        after: '<p:timing/>',
      },
      { shapes: shape('title', slideLine('Ẩn')), hidden: true },
      { shapes: shape('title', slideLine('Phần hai')), layout: 'secHead' },
      {
        shapes:
          shape(null, slideLine('Chữ rời'), `<a:p>${slideRun('đậm', 'b="1"')}</a:p>`) +
          slideFrame('chart') +
          slideFrame('diagram') +
          `<p:grpSp>${shape(null, slideLine('trong nhóm', 0, '<a:buAutoNum type="arabicPeriod"/>'))}</p:grpSp>` +
          slidePicture('rIdGone', ''),
      },
    ],
    { 'ppt/media/a.png': png },
  )
}
