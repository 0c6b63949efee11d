import { deflateSync, crc32 } from 'node:zlib'
import type { DraftItem } from '~/assessment/item'

const vi = (text: string) => ({ vi: text, en: '' })

const base = (code: string, stem: string) => ({
  code,
  version: 1,
  purpose: 'teach' as const,
  competency: null,
  level: null,
  stem: vi(stem),
  explanation: vi('Vì văn bản đến phải được đăng ký trước.\nXem Điều 22 Nghị định 30/2020/NĐ-CP.'),
})

/** An item of each kind with all that a kind may have, in Vietnamese, by what is special about it. */
export const qtiSamples: Record<string, DraftItem> = {
  single: {
    ...base('3.1-1a', 'Văn bản đến được ghi vào đâu?'),
    name: 'Sổ văn bản “đến” & đi',
    kind: 'single',
    picture: { src: 'figures/so-van-ban.png', alt: vi('Sổ văn bản') },
    options: [
      { id: 'a', ...vi('Sổ văn bản đến'), correct: true, feedback: vi('Đúng: ghi ngay khi nhận.') },
      { id: 'b', ...vi('Sổ văn bản đi'), feedback: vi('Sổ này dành cho văn bản <đi>.') },
      { id: 'c', ...vi('Không ghi') },
    ],
  },
  weighted: {
    ...base('3.1-1b', 'Cách đặt tên tệp nào tốt hơn?'),
    explanation: vi(''),
    kind: 'single',
    options: [
      { id: '1x', ...vi('2026-11-21_to-trinh.docx'), correct: true, weight: 100 },
      { id: '2x', ...vi('to trinh.docx'), weight: 33.5 },
      { id: '3x', ...vi('a.docx'), weight: -25 },
    ],
  },
  plain: {
    ...base('3.1-1c', 'Phần mở rộng của tệp Word là gì?'),
    explanation: vi(''),
    kind: 'single',
    options: [
      { id: 'a', ...vi('.docx'), correct: true },
      { id: 'b', ...vi('.xlsx') },
    ],
  },
  multiple: {
    ...base('3.1-1d', 'Những việc nào cần làm trước khi gửi?\n\nChọn mọi việc đúng.'),
    kind: 'multiple',
    options: [
      { id: 'a', ...vi('Kiểm tra tên người nhận'), correct: true, feedback: vi('Cần thiết.') },
      { id: 'b', ...vi('Kiểm tra tệp kèm'), correct: true },
      { id: 'c', ...vi('Tắt máy') },
      { id: 'd', ...vi('Xoá thư'), correct: true },
    ],
  },
  all: {
    ...base('3.1-1e', 'Chọn hai thiết bị nhập.'),
    kind: 'multiple',
    scoring: 'all',
    options: [
      { id: 'a', ...vi('Bàn phím'), correct: true },
      { id: 'b', ...vi('Chuột'), correct: true },
      { id: 'c', ...vi('Màn hình') },
    ],
  },
  multipleWeighted: {
    ...base('3.1-1f', 'Chọn các cách an toàn.'),
    kind: 'multiple',
    options: [
      { id: 'a', ...vi('Mật khẩu dài'), correct: true, weight: 70 },
      { id: 'b', ...vi('Xác thực hai bước'), correct: true, weight: 30 },
      { id: 'c', ...vi('Ghi ra giấy'), weight: -50 },
    ],
  },
  truefalse: {
    ...base('3.1-2a', 'Đúng hay sai?'),
    kind: 'truefalse',
    statements: [
      {
        id: 's1',
        ...vi('Chữ ký số có giá trị như chữ ký tay.'),
        correct: true,
        feedback: vi('Điều 23 Luật GDĐT.'),
      },
      { id: 's2', ...vi('Mật khẩu nên dùng chung.'), correct: false },
    ],
  },
  truefalseAll: {
    ...base('3.1-2b', 'Đúng hay sai?'),
    explanation: vi(''),
    kind: 'truefalse',
    scoring: 'all',
    statements: [
      { id: 's1', ...vi('USB có thể chứa mã độc.'), correct: true },
      { id: 's2', ...vi('Thư lạ luôn an toàn.'), correct: false },
      { id: 's3', ...vi('Zalo là cổng dịch vụ công.'), correct: false },
    ],
  },
  matching: {
    ...base('3.1-2c', 'Ghép đơn vị với ký hiệu.'),
    kind: 'matching',
    pairs: [
      { id: 'p1', left: vi('kilôbai'), right: vi('kB'), feedback: vi('1.000 bai.') },
      { id: 'p2', left: vi('mêgabai'), right: vi('MB') },
      { id: 'p3', left: vi('gigabai'), right: vi('GB') },
    ],
    extra: [{ id: 'x1', ...vi('Gb'), feedback: vi('Gb là gigabit.') }],
  },
  ordering: {
    ...base('3.1-2d', 'Xếp các bước ký số.'),
    kind: 'ordering',
    steps: [
      { id: 's1', ...vi('Cắm thiết bị') },
      { id: 's2', ...vi('Mở tệp') },
      { id: 's3', ...vi('Nhập mã PIN') },
      { id: 's4', ...vi('Gửi') },
    ],
  },
  numeric: {
    ...base('3.1-3a', 'Tệp 12,5 MB mất bao lâu với 1 MB/s?'),
    kind: 'numeric',
    answer: 12.5,
    tolerance: 0.5,
    unit: vi('giây'),
  },
  numericExact: {
    ...base('3.1-3b', 'Một bai có mấy bit?'),
    explanation: vi(''),
    kind: 'numeric',
    answer: 8,
    tolerance: 0,
  },
  short: {
    ...base('3.1-3c', 'Phím nào xoá ký tự bên trái?'),
    kind: 'short',
    answers: [
      { id: 'a', ...vi('Backspace'), feedback: vi('Đúng rồi.') },
      { id: 'b', ...vi('phím lùi') },
    ],
  },
  shortExact: {
    ...base('3.1-3d', 'Tên miền của Cổng Dịch vụ công quốc gia?'),
    kind: 'short',
    exact: true,
    answers: [
      { id: 'a', ...vi('dichvucong.gov.vn'), weight: 100 },
      { id: 'b', ...vi('www.dichvucong.gov.vn'), weight: 80, feedback: vi('Không cần www.') },
    ],
  },
  gaps: {
    ...base('3.1-3e', 'Điền vào chỗ trống.'),
    kind: 'gaps',
    text: vi('Nhấn {g1} rồi chọn {g2}.\nCuối cùng nhấn {g3} (không phải {ghi}).'),
    gaps: [
      {
        id: 'g1',
        answers: [
          { id: 'a', ...vi('Ctrl+S'), feedback: vi('Lưu.') },
          { id: 'b', ...vi('Ctrl S') },
        ],
      },
      {
        id: 'g2',
        options: [
          { id: 'a', ...vi('Tệp'), correct: true, feedback: vi('File.') },
          { id: 'b', ...vi('Chèn'), feedback: vi('Insert.') },
        ],
      },
      {
        id: 'g3',
        exact: true,
        answers: [
          { id: 'a', ...vi('Lưu'), weight: 100 },
          { id: 'b', ...vi('Luu'), weight: 50 },
        ],
      },
    ],
  },
  point: {
    ...base('3.1-4a', 'Nhấn vào nút Gửi.'),
    kind: 'point',
    picture: { src: 'figures/man-hinh.png', alt: vi('Cửa sổ soạn thư') },
    areas: [
      { id: 'send', name: vi('Nút Gửi'), shape: 'rectangle', at: [100, 100, 300, 200], correct: true },
      {
        id: 'round',
        name: vi('Ảnh người gửi'),
        shape: 'circle',
        at: [800, 500, 50],
        feedback: vi('Đây là ảnh.'),
      },
      { id: 'poly', name: vi('Ghim'), shape: 'polygon', at: [500, 500, 600, 500, 550, 700] },
    ],
  },
  essay: {
    ...base('3.1-4b', 'Viết thư trả lời người dân.'),
    kind: 'essay',
    most: 250,
    rubric: [
      {
        id: 'c1',
        name: vi('Nội dung'),
        levels: [
          { points: 0, ...vi('Không trả lời') },
          { points: 3, ...vi('Trả lời: đủ, đúng') },
        ],
      },
      {
        id: 'c2',
        name: vi('Lời lẽ'),
        levels: [
          { points: 0, ...vi('Thiếu lịch sự') },
          { points: 2, ...vi('Lịch sự') },
        ],
      },
    ],
  },
}

/** A grey picture as PNG. */
export function greyPng(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const framed = Buffer.alloc(body.length + 8)
    framed.writeUInt32BE(data.length, 0)
    body.copy(framed, 4)
    framed.writeUInt32BE(crc32(body), body.length + 4)
    return framed
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(8, 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * height, 0x80).fill(0, 0, 1))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export const qtiPictures = new Map([
  ['figures/so-van-ban.png', greyPng(8, 6)],
  ['figures/man-hinh.png', greyPng(1000, 500)],
])
