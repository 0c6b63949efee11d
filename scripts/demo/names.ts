// Common family, middle and given names of the region; every combination is made by chance and means nobody.
const family =
  'Nông,Hoàng,Nguyễn,Lục,Bế,Đàm,Triệu,Lý,Hà,Đinh,Mã,Long,La,Phan,Trương,Vương,Sầm,Dương,Ngôn,Chu'.split(',')
const middle = {
  female: 'Thị,Thị Thu,Thị Hồng,Thị Kim,Thị Ngọc,Thị Bích,Thu,Thanh'.split(','),
  male: 'Văn,Đức,Hữu,Quang,Minh,Ngọc,Trung,Mạnh,Công'.split(','),
}
const given = {
  female:
    'Hà,Hạnh,Hiền,Hoa,Huệ,Hương,Lan,Liên,Linh,Loan,Mai,Nga,Nhung,Phương,Quỳnh,Thảo,Thúy,Trang,Tuyết,Yến,Diệp,Ánh,Uyên'.split(
      ',',
    ),
  male: 'An,Bình,Chiến,Cường,Dũng,Đại,Hải,Hiếu,Hùng,Khánh,Kiên,Lâm,Long,Nam,Phong,Quân,Sơn,Thắng,Thành,Tiến,Toàn,Tuấn,Việt,Vinh'.split(
    ',',
  ),
}

export type Random = () => number

export function pickOne<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!
}

/** About the standard normal, by the sum of twelve uniforms. */
export function normal(random: Random): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random()
  return sum
}

export type Sex = 'female' | 'male'

export function madeName(random: Random, sex: Sex): string {
  return `${pickOne(random, family)} ${pickOne(random, middle[sex])} ${pickOne(random, given[sex])}`
}
