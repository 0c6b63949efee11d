import sanitizeHtml from 'sanitize-html'
import { drawingAttributes, drawingElements } from '../pack/drawing-set'

const drawn = Object.fromEntries(
  [...drawingElements].map((element) => [element, [...drawingAttributes, 'role', 'aria-label']]),
)

/**
 * The second wall: the text was checked when it was loaded and is rendered by our own hand; whatever slipped through
 * both, nothing but what the renderer makes comes out of here.
 */
export function sanitise(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      ...['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'code', 'a', 'div', 'span', 'button'],
      ...['section', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'figure', 'figcaption', 'img'],
      ...drawingElements,
    ],
    allowedAttributes: {
      ...drawn,
      a: ['href', 'rel'],
      ...Object.fromEntries(['h2', 'h3', 'h4'].map((tag) => [tag, ['id']])),
      ol: ['start'],
      th: ['scope'],
      section: ['aria-label', 'tabindex'],
      img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
      button: ['form', 'formaction', 'name', 'value', 'lang'],
    },
    allowedClasses: {
      div: ['note', 'care', 'done', 'fails', 'example'],
      p: ['box-name'],
      ol: ['steps-list'],
      span: ['vh', 'local'],
      button: ['link', 'twin'],
      section: ['scroll'],
      table: ['table'],
      th: ['r'],
      td: ['r'],
      figure: ['figure'],
    },
    // A link leads to https or a lesson, a picture comes from our figures, a button changes the language: nothing else.
    transformTags: {
      a: (tagName, attribs) => ({
        tagName,
        attribs: /^(?:https:\/\/|\/learn\/)/.test(attribs.href ?? '') ? attribs : {},
      }),
    },
    exclusiveFilter: ({ tag, attribs }) =>
      (tag === 'img' && !attribs.src?.startsWith('/figures/')) ||
      (tag === 'button' && !attribs.formaction?.startsWith('/locale?')),
    allowedSchemes: ['https'],
    allowProtocolRelative: false,
    selfClosing: ['img', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
    // SVG tells viewBox from viewbox; whatever is written in another case is not on the lists and goes.
    parser: { lowerCaseTags: false, lowerCaseAttributeNames: false, recognizeSelfClosing: true },
  })
}
