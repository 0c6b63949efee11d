import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileName } from '~/formats/file-name'
import { svgToPng } from '~/formats/svg-image.server'
import { chartSvg } from '~/gaps/charts/chart-file.server'
import { parseChartFile, pngWidth } from '~/gaps/charts/chart-names'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { pictureAnswer } from '~/platform/http/picture-answer.server'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const asked = parseChartFile(params.file!)
  if (!asked) throw refuse('notFound')
  const measure = new URL(request.url).searchParams.get('measure') ?? undefined
  const file = chartSvg(actor, params.id!, asked.name, context.prefs.locale, { measure })
  if (!file) throw refuse('notFound')
  const picture = asked.kind === 'svg' ? file.svg : await svgToPng(file.svg, pngWidth)
  return pictureAnswer(picture, asked.kind, fileName([file.title], asked.kind))
}
