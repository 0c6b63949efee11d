import type { Token } from 'markdown-it'
import { paths } from '~/paths'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { attributeOf, figureOf, plainText, type Box } from '../pack/markdown'
import { linkTarget } from '../pack/links'
import { localPlace } from '../pack/local-places'
import type { Lesson, Module } from '../module'
import type { Rendered } from './rendered'

export type Page = {
  module: Pick<Module, 'code' | 'figures'>
  title: string
  locale: Locale
  /** In front of each id; with one, headings stand a level deeper and have no link to their twin. */
  prefix: string
  /** The headings in the other language, in order. */
  twins: string[]
  /** Versions of the checks, as the loader found them. */
  checks: Lesson['checks']
}

/** Class of each box beside `note`. */
const boxes: Record<string, string> = {
  aim: 'note',
  example: 'note example',
  care: 'note care',
  fails: 'note fails',
  remember: 'note done',
}
const twinNames = { vi: 'Tiếng Việt', en: 'English' }

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** The words of the headings of a text, in order. */
export function headingTexts(tokens: Token[]): string[] {
  return tokens.flatMap((token, at) =>
    token.type === 'heading_open' ? [plainText(tokens[at + 1]?.children ?? null)] : [],
  )
}

/** The markup of a text of the fixed set; what is not of the set comes out as text or not at all. */
export function lessonMarkup(tokens: Token[], page: Page): Rendered {
  const t = getT(page.locale, 'content')
  const rendered: Rendered = { parts: [], headings: [], summary: '' }
  let html = ''
  let drawings = 0
  let steps = false
  let section = page.title
  const flush = () => {
    if (html) rendered.parts.push({ kind: 'html', html })
    html = ''
  }

  const heading = (token: Token, inline: Token | undefined) => {
    const level = token.tag === 'h3' ? 3 : 2
    const id = `${page.prefix}s${rendered.headings.length + 1}`
    const text = plainText(inline?.children ?? null)
    const twin = page.twins[rendered.headings.length] ?? text
    rendered.headings.push({ id, level, text })
    section = text
    const tag = `h${page.prefix ? level + 1 : level}`
    html += `<${tag} id="${id}">${inlineMarkup(inline, page)}</${tag}>`
    if (page.prefix) return
    const other = page.locale === 'vi' ? 'en' : 'vi'
    html +=
      `<button form="language" formaction="${paths.locale()}?at=${id}" name="locale" value="${other}" lang="${other}" ` +
      `class="link twin">${twinNames[other]}<span class="vh">: ${escapeHtml(twin)}</span></button>`
  }

  const figure = (image: Token) => {
    const source = page.module.figures[attributeOf(image, 'src')]?.[page.locale]
    if (!source) return
    const alt = escapeHtml(plainText(image.children))
    const caption = attributeOf(image, 'title')
    const drawn =
      source.kind === 'drawing'
        ? ownIds(source.svg, `${page.prefix}f${++drawings}-`).replace(
            '<svg ',
            `<svg role="img" aria-label="${alt}" `,
          )
        : `<img loading="lazy" decoding="async" width="${source.width}" height="${source.height}" alt="${alt}" src="${paths.figure(source.hash)}" />`
    html += `<figure class="figure">${drawn}${caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : ''}</figure>`
  }

  const box = ({ name, argument }: Box, open: boolean) => {
    if (name === 'check') {
      if (!open) return
      flush()
      const itemId = page.checks.find((id) => id.startsWith(`${argument}@`))
      if (itemId) rendered.parts.push({ kind: 'check', itemId })
    } else if (name === 'summary') {
      if (open) flush()
      else {
        rendered.summary += html
        html = ''
      }
    } else if (name === 'steps') steps = open
    else if (boxes[name])
      html += open
        ? `<div class="${boxes[name]}"><p class="box-name">${escapeHtml(t(`box.${name}` as 'box.aim'))}</p>`
        : '</div>'
  }

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    const next = tokens[at + 1]
    const image = token.type === 'paragraph_open' ? figureOf(next) : null
    if (token.type === 'heading_open') {
      heading(token, next)
      at += 2
    } else if (image) {
      figure(image)
      at += 2
    } else if (token.type === 'box_open') box(token.meta as Box, true)
    else if (token.type === 'box_close') box(token.meta as Box, false)
    else if (token.type === 'inline') html += inlineMarkup(token, page)
    else if (token.type === 'table_open')
      html += `<section class="scroll" aria-label="${escapeHtml(t('table.label', { section }))}" tabindex="0"><table class="table">`
    else if (token.type === 'table_close') html += '</table></section>'
    else if (!token.hidden) html += blockTag(token, steps)
  }
  flush()
  return rendered
}

const plainBlocks = new Set(['p', 'ul', 'ol', 'li', 'thead', 'tbody', 'tr', 'th', 'td'])

function blockTag(token: Token, steps: boolean): string {
  if (!plainBlocks.has(token.tag)) return token.content ? `<p>${escapeHtml(token.content)}</p>` : ''
  if (token.nesting < 0) return `</${token.tag}>`
  const right = attributeOf(token, 'style') === 'text-align:right'
  const start = token.attrGet('start')
  return [
    `<${token.tag}`,
    token.tag === 'th' && ' scope="col"',
    right && ' class="r"',
    token.tag === 'ol' && steps && token.level === 1 && ' class="steps-list"',
    start !== null && ` start="${Number(start)}"`,
    '>',
  ]
    .filter(Boolean)
    .join('')
}

function inlineMarkup(inline: Token | undefined, page: Page): string {
  const open: string[] = []
  return (inline?.children ?? [])
    .map((token) => {
      switch (token.type) {
        case 'strong_open':
        case 'em_open':
          return `<${token.tag}>`
        case 'strong_close':
        case 'em_close':
          return `</${token.tag}>`
        case 'code_inline':
          return `<code>${escapeHtml(token.content)}</code>`
        case 'softbreak':
        case 'hardbreak':
          return '\n'
        case 'link_open': {
          const tag = linkTag(attributeOf(token, 'href'), page)
          open.push(tag ? '</a>' : '')
          return tag
        }
        case 'link_close':
          return open.pop() ?? ''
        case 'image':
          return escapeHtml(plainText(token.children))
        default:
          return escapeHtml(token.content).replace(localPlace, '<span class="local">$&</span>')
      }
    })
    .join('')
}

function linkTag(address: string, page: Page): string {
  const target = linkTarget(address)
  if (target.kind === 'wrong') return ''
  return target.kind === 'web'
    ? `<a href="${escapeHtml(target.href)}" rel="external">`
    : `<a href="${paths.lesson(target.module ?? page.module.code, target.lesson)}">`
}

/** Ids of a drawing made its own, so that two drawings of a page never share one. */
function ownIds(svg: string, prefix: string): string {
  return svg.replace(/ id="([^"]+)"/g, ` id="${prefix}$1"`).replace(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`)
}
