import { scenarioSchema, type Scenario } from '~/assessment/practice/scenario'

const say = (words: string) => ({ vi: words, en: `${words} (en)` })

/** A small practice task that is whole: a paper is checked, counted, and sent to one of two places. */
export function scenario(over: Record<string, unknown> = {}): Scenario {
  return scenarioSchema.parse({
    code: 'trial',
    version: 1,
    purpose: 'teach',
    for: ['staff'],
    minutes: 5,
    title: say('Việc thử'),
    situation: say('Có một tờ giấy.'),
    task: say('Gửi tờ giấy đi.'),
    system: say('Hệ thống thử'),
    evidence: [
      { competency: '7.1', level: 1, difficulty: -1.6 },
      { competency: '7.4', level: 2, difficulty: -0.4 },
    ],
    state: { checked: false, count: ['none', 'right', 'wrong'], to: ['nobody', 'room', 'street'] },
    start: 'desk',
    documents: [{ id: 'paper', kind: 'paper', title: say('Tờ giấy'), text: [say('Có 12 dòng.')] }],
    screens: [
      {
        id: 'desk',
        look: 'desk',
        title: say('Bàn làm việc'),
        text: [{ ...say('Đã xem.'), when: { checked: true } }],
        documents: ['paper'],
        fields: [
          { id: 'lines', kind: 'number', label: say('Số dòng') },
          {
            id: 'marks',
            kind: 'choices',
            label: say('Dấu hiệu'),
            options: [
              { id: 'stamp', ...say('Dấu') },
              { id: 'name', ...say('Tên') },
            ],
          },
        ],
        actions: [
          {
            id: 'check',
            label: say('Xem giấy'),
            when: { checked: false },
            then: [{ set: { checked: true }, say: say('Đã xem xong.'), tone: 'done' }],
          },
          {
            id: 'enter',
            label: say('Ghi số dòng'),
            needs: ['lines'],
            then: [
              { when: { lines: 12, 'marks.stamp': true }, set: { count: 'right' }, go: 'send' },
              { set: { count: 'wrong' }, go: 'send', say: say('Đã ghi.'), tone: 'care' },
            ],
          },
        ],
        hints: [say('Đếm lại.')],
      },
      {
        id: 'send',
        look: 'form',
        title: say('Gửi đi'),
        fields: [
          {
            id: 'place',
            kind: 'choice',
            label: say('Nơi gửi'),
            options: [
              { id: 'street', ...say('Ngoài đường') },
              { id: 'room', ...say('Phòng chuyên môn') },
            ],
          },
        ],
        actions: [
          { id: 'back', label: say('Quay lại'), then: [{ go: 'desk' }] },
          {
            id: 'send',
            label: say('Gửi'),
            needs: ['place'],
            then: [{ set: { to: { field: 'place' } }, go: 'end' }],
          },
        ],
      },
      { id: 'end', look: 'desk', title: say('Xong'), end: true },
    ],
    scoring: [
      {
        id: 'looked',
        text: say('Xem giấy trước'),
        competency: '7.1',
        when: { checked: true },
        met: say('Đã xem.'),
        missed: say('Chưa xem.'),
      },
      {
        id: 'counted',
        text: say('Ghi đúng'),
        competency: '7.4',
        points: 2,
        when: { count: 'right', checked: true },
        half: { count: 'right' },
        met: say('Đúng.'),
        missed: say('Chưa đúng.'),
      },
      {
        id: 'sent',
        text: say('Gửi đúng nơi'),
        competency: '7.1',
        when: { to: 'room' },
        met: say('Đúng nơi.'),
        missed: say('Sai nơi.'),
      },
    ],
    model: [
      { screen: 'desk', action: 'check' },
      { screen: 'desk', action: 'enter', fields: { lines: 12, marks: ['stamp'] } },
      { screen: 'send', action: 'send', fields: { place: 'room' } },
    ],
    mistakes: [
      {
        name: say('Không xem giấy'),
        moves: [{ screen: 'desk', action: 'enter', fields: { lines: 12, marks: ['stamp'] } }],
        finish: 2,
        scores: { looked: 0, counted: 1 },
      },
      {
        name: say('Đếm sai'),
        begin: 1,
        moves: [{ screen: 'desk', action: 'enter', fields: { lines: 13 } }],
        finish: 2,
        scores: { counted: 0 },
      },
    ],
    ...over,
  })
}
