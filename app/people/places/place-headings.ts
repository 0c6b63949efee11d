/** Headings by which the columns of a file that names communes are known, without marks and capitals. */
export const placeHeadings = {
  code: ['ma', 'ma xa', 'ma don vi', 'ma xa phuong', 'ma dvhc', 'code', 'commune code'],
  name: [
    ...['ten', 'xa', 'ten xa', 'xa phuong', 'xa, phuong', 'ten don vi', 'don vi', 'ten xa, phuong'],
    ...['dia phuong', 'commune', 'name', 'commune name'],
  ],
  source: ['nguon', 'nguon so lieu', 'source'],
} as const
