import { describe, expect, it } from 'vitest'
import { isSyllable } from './syllable'

describe('isSyllable', () => {
  it.each(
    'Nguyễn quốc gì giếng hòa hoà thuỷ thủy khuya nghĩa xoong Đặng ươm yên quý ngoằn uống nước QUỲNH'.split(
      ' ',
    ),
  )('knows %s', (word) => expect(isSyllable(word)).toBe(true))

  it.each('NguyÔn José Xaõ où thé́ cảt Müller qnh Thaï tt café'.split(' '))('refuses %s', (word) =>
    expect(isSyllable(word)).toBe(false),
  )
})
