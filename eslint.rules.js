/** Rules of our own: texts for people stand in app/locales, and nowhere else. */

const spokenAttributes = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'alt',
  'placeholder',
  'label',
  'hint',
  'heading',
  'legend',
  'caption',
  'summary',
  'lead',
  'text',
])
const letters = /\p{L}{2,}/u
/** Names that are the same in both languages: the product's, another product's, and a language's own. */
const names = /I Tờ Số|Tiếng Việt|Excel/g
const vietnamese = /[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/iu

/** Plain strings that an expression in JSX can come out as: `a`, `x ? 'a' : 'b'`, `x && 'a'`, a template. */
function literalsIn(expression) {
  if (!expression) return []
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value === 'string' ? [expression.value] : []
    case 'TemplateLiteral':
      return expression.quasis.map((quasi) => quasi.value.cooked ?? '')
    case 'ConditionalExpression':
      return [...literalsIn(expression.consequent), ...literalsIn(expression.alternate)]
    case 'LogicalExpression':
      return literalsIn(expression.right)
    default:
      return []
  }
}

const jsxTextInLocales = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      text: '"{{text}}" is a text for people: give it a key in app/locales (docs/decisions/0004).',
    },
  },
  create(context) {
    const check = (node, texts) => {
      const text = texts.find((each) => letters.test(each.replace(names, '')))
      if (text !== undefined) context.report({ node, messageId: 'text', data: { text: text.trim() } })
    }
    return {
      JSXText: (node) => check(node, [node.value]),
      JSXExpressionContainer(node) {
        if (node.parent.type !== 'JSXAttribute') check(node, literalsIn(node.expression))
      },
      JSXAttribute(node) {
        if (!spokenAttributes.has(String(node.name.name))) return
        const { value } = node
        if (value?.type === 'Literal') check(node, [String(value.value)])
        if (value?.type === 'JSXExpressionContainer') check(node, literalsIn(value.expression))
      },
    }
  },
}

const vietnameseInLocales = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      text: 'Vietnamese text stands in app/locales with its English beside it (docs/decisions/0004).',
    },
  },
  create(context) {
    const check = (node, text) => {
      if (typeof text === 'string' && vietnamese.test(text.replace(names, '')))
        context.report({ node, messageId: 'text' })
    }
    return {
      Literal: (node) => check(node, node.value),
      TemplateElement: (node) => check(node, node.value.cooked),
    }
  },
}

export default {
  rules: { 'jsx-text-in-locales': jsxTextInLocales, 'vietnamese-in-locales': vietnameseInLocales },
}
