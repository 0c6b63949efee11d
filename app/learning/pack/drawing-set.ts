/** What a drawing may be made of. It stands in the page itself, so nothing here can run, load or lead anywhere. */
export const drawingElements = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker'.split(' '),
)

export const drawingAttributes = new Set([
  ...'viewBox width height preserveAspectRatio id transform opacity'.split(' '),
  ...'x y x1 y1 x2 y2 dx dy cx cy r rx ry d points pathLength rotate'.split(' '),
  ...'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin'.split(
    ' ',
  ),
  ...'stroke-dasharray stroke-dashoffset stroke-miterlimit vector-effect paint-order'.split(' '),
  ...'font-size font-weight font-style font-family text-anchor dominant-baseline letter-spacing'.split(' '),
  ...'text-decoration markerWidth markerHeight markerUnits refX refY orient'.split(' '),
  ...'marker-start marker-mid marker-end'.split(' '),
])
