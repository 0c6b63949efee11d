import { recordStanding } from '~/campaigns/requests/record-standing.server'
import type { StandingChange } from '~/campaigns/requests/request-form'
import { requestsOf } from '~/campaigns/requests/requests-of.server'
import type { Actor } from '~/platform/policy/actor'

type Said = Omit<StandingChange, 'communes'>

/** What the province has said of some requests, by what is asked for. */
const said = (day: (daysAhead: number) => string): Record<string, Said> => ({
  training: {
    state: 'working',
    inCharge: 'Sở Nội vụ',
    dueOn: day(60),
    answer:
      'Đã đưa vào kế hoạch tập huấn năm nay; lớp mở theo cụm xã, ưu tiên các vị trí ở Trung tâm Phục vụ hành chính công.',
  },
  handbook: {
    state: 'done',
    inCharge: 'Sở Khoa học và Công nghệ',
    answer: 'Sổ tay dùng chung đã có trong mục Học phần; in được từ từng bài.',
  },
  accounts: { state: 'accepted', inCharge: 'Sở Khoa học và Công nghệ', dueOn: day(-5) },
  staff: {
    state: 'declined',
    reason:
      'Biên chế năm nay đã giao; xã bố trí kiêm nhiệm, tổ hỗ trợ kỹ thuật của tỉnh trực qua điện thoại.',
  },
})

/** Where requests of the communes stand in the demo province, written down as its planner does; how many were. */
export async function handleRequests(
  planner: Actor,
  campaignId: string,
  day: (daysAhead: number) => string,
): Promise<number> {
  const words = said(day)
  let written = 0
  for (const { requests } of requestsOf(planner, campaignId).groups)
    for (const { key, communes } of requests) {
      const change = words[key]
      if (!change) continue
      const codes = communes.map(({ code }) => code)
      written += (await recordStanding(planner, campaignId, key, { ...change, communes: codes })).communes
      const [own] = codes
      if (key === 'accounts' && own)
        await recordStanding(planner, campaignId, key, {
          communes: [own],
          state: 'done',
          answer: 'Đã cấp đủ tài khoản và chữ ký số cho cán bộ của xã.',
        })
    }
  return written
}
